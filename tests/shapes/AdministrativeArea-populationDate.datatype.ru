# The day of the population is a mere year.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/area/431001> tsu:populationDate ?old }
INSERT { <id/area/431001> tsu:populationDate "2020"^^xsd:gYear }
WHERE { <id/area/431001> tsu:populationDate ?old }
