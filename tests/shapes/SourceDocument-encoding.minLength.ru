# What the document has as encoding is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:encoding ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:encoding "" }
WHERE { <id/source/aaaaaaaaaaaa> tsu:encoding ?old }
