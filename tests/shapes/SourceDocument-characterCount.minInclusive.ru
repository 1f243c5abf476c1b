# What the document has as character count is negative.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:characterCount -1 }
WHERE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
