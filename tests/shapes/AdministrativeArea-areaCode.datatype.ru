# What the area has as code is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/431001> tsu:areaCode ?old }
INSERT { <id/area/431001> tsu:areaCode "431001"@ja }
WHERE { <id/area/431001> tsu:areaCode ?old }
