# What the document has as note of bytes states no offset.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/cccccccccccc> tsu:encodedAs "≒ 8790" }
