# What the document has as note of bytes is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/cccccccccccc> tsu:encodedAs "1205:8790"@en }
