# What the project has as number is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:number ?old }
INSERT { <id/project/example/R1/431001> tsu:number "" }
WHERE { <id/project/example/R1/431001> tsu:number ?old }
