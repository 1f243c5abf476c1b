# The population is below zero.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:population ?old }
INSERT { <id/area/431001> tsu:population -1 }
WHERE { <id/area/431001> tsu:population ?old }
