# The check digit is 0 (長崎県 420000).
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:areaCode ?old }
INSERT { <id/area/430005> tsu:areaCode "420000" }
WHERE { <id/area/430005> tsu:areaCode ?old }
