# The check digit is 9 (奈良県 290009).
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:areaCode ?old }
INSERT { <id/area/430005> tsu:areaCode "290009" }
WHERE { <id/area/430005> tsu:areaCode ?old }
