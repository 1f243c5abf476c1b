# The document has no checksum.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?any }
