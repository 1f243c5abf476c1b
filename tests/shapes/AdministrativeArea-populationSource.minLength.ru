# The source of the population is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:populationSource ?old }
INSERT { <id/area/431001> tsu:populationSource "" }
WHERE { <id/area/431001> tsu:populationSource ?old }
