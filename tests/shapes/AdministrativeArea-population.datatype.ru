# The population is a decimal number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:population ?old }
INSERT { <id/area/431001> tsu:population 738865.5 }
WHERE { <id/area/431001> tsu:population ?old }
