# The source is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:populationSource ?old }
INSERT { <id/population/430005/2020-10-01> tsu:populationSource "令和2年国勢調査"@ja }
WHERE { <id/population/430005/2020-10-01> tsu:populationSource ?old }
