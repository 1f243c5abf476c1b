# What the document has as character count is no whole number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:characterCount 275.0 }
WHERE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old }
