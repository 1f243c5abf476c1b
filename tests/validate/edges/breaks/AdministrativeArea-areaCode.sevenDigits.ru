# A zero too many stands before the code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:areaCode ?old }
INSERT { <id/area/430005> tsu:areaCode "0430005" }
WHERE { <id/area/430005> tsu:areaCode ?old }
