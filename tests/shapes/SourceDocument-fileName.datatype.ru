# What the document has as file name is a number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:fileName ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:fileName 1 }
WHERE { <id/source/aaaaaaaaaaaa> tsu:fileName ?old }
