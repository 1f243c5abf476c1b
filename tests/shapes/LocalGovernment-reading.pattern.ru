# What the government has as reading is in kanji.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:reading ?old }
INSERT { <id/government/431001> tsu:reading "熊本市" }
WHERE { <id/government/431001> tsu:reading ?old }
