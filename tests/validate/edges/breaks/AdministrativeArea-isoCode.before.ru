# Something stands before the code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:isoCode ?old }
INSERT { <id/area/430005> tsu:isoCode "aJP-43" }
WHERE { <id/area/430005> tsu:isoCode ?old }
