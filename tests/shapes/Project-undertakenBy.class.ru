# What the project has as government is an area and no body.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:undertakenBy ?old }
INSERT { <id/project/example/R1/431001> tsu:undertakenBy <id/area/431001> }
WHERE { <id/project/example/R1/431001> tsu:undertakenBy ?old }
