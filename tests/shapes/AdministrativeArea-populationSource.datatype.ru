# The source of the population is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:populationSource ?old }
INSERT { <id/area/431001> tsu:populationSource "令和2年国勢調査"@ja }
WHERE { <id/area/431001> tsu:populationSource ?old }
