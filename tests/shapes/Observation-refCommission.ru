# The observation names another commission than the one that has the outcome.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refCommission ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refCommission <id/commission/example/R1/431001/2020-12/2> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refCommission ?old }
