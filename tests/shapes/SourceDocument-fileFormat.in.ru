# What the document has as file format is not read.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:fileFormat ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:fileFormat "pdf" }
WHERE { <id/source/aaaaaaaaaaaa> tsu:fileFormat ?old }
