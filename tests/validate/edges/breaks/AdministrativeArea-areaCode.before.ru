# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:areaCode ?old }
INSERT { <id/area/431001> tsu:areaCode "第431001" }
WHERE { <id/area/431001> tsu:areaCode ?old }
