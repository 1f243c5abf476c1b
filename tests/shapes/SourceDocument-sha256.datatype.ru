# What the document has as checksum is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:sha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"@en }
WHERE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
