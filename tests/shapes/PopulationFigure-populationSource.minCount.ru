# The figure has no source.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:populationSource ?old }
WHERE { <id/population/430005/2020-10-01> tsu:populationSource ?old }
