# What the intervention has as heading is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:heading ?old }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:heading "" }
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:heading ?old }
