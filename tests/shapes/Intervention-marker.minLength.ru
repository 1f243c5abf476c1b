# What the intervention has as marker is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:marker ?old }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:marker "" }
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:marker ?old }
