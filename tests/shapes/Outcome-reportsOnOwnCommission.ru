# The outcome of row 1 reports on the intervention of row 2.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:reportsOn ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:reportsOn <id/intervention/example/R1/431001/2020-12/2-1> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:reportsOn ?old }
