# The last digit of the code is wrong.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:areaCode ?old }
INSERT { <id/area/430005> tsu:areaCode "430004" }
WHERE { <id/area/430005> tsu:areaCode ?old }
