# The figure has no day.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:populationDate ?old }
WHERE { <id/population/430005/2020-10-01> tsu:populationDate ?old }
