# The document has two file formats.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:fileFormat "csv" }
