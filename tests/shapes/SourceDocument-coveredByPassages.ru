# The document has a character more than its passages hold.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:characterCount 276 }
WHERE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
