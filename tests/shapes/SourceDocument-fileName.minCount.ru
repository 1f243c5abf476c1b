# The document has no file name.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/source/aaaaaaaaaaaa> tsu:fileName ?any }
