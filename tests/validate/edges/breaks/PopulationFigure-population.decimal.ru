# Half an inhabitant.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:population ?old }
INSERT { <id/population/430005/2020-10-01> tsu:population 1738301.5 }
WHERE { <id/population/430005/2020-10-01> tsu:population ?old }
