# What the intervention has as item number is no whole number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber ?old }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber 1.0 }
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber ?old }
