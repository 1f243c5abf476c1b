# The document has two file names.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:fileName "other.txt" }
