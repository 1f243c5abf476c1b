# What the document has as encoding is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:encoding ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:encoding "utf-8"@en }
WHERE { <id/source/aaaaaaaaaaaa> tsu:encoding ?old }
