# The reading is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:reading ?old }
INSERT { <id/government/431001> tsu:reading "" }
WHERE { <id/government/431001> tsu:reading ?old }
