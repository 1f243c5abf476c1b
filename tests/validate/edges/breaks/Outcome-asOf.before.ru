# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "第FY2020" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
