# The document has two checksums.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:sha256 "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd" }
