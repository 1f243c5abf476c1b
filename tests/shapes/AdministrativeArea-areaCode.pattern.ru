# What the area has as code lacks the check digit.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:areaCode ?old }
INSERT { <id/area/431001> tsu:areaCode "43100" }
WHERE { <id/area/431001> tsu:areaCode ?old }
