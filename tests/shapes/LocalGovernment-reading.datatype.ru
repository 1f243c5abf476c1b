# What the government has as reading is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:reading ?old }
INSERT { <id/government/431001> tsu:reading "くまもとし"@ja }
WHERE { <id/government/431001> tsu:reading ?old }
