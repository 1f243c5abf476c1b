# The document has no file format.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/source/aaaaaaaaaaaa> tsu:fileFormat ?any }
