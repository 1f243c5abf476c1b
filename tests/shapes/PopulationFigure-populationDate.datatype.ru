# The day is a year only.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/population/430005/2020-10-01> tsu:populationDate ?old }
INSERT { <id/population/430005/2020-10-01> tsu:populationDate "2020"^^xsd:gYear }
WHERE { <id/population/430005/2020-10-01> tsu:populationDate ?old }
