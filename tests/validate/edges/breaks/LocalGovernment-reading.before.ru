# Something in katakana stands before the reading.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:reading ?old }
INSERT { <id/government/431001> tsu:reading "クまもとし" }
WHERE { <id/government/431001> tsu:reading ?old }
