# The document is said to have no character at all.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:characterCount 0 }
WHERE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
