# A source may be tab-separated.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/cccccccccccc> tsu:fileFormat ?old }
INSERT { <id/source/cccccccccccc> tsu:fileFormat "tsv" }
WHERE { <id/source/cccccccccccc> tsu:fileFormat ?old }
