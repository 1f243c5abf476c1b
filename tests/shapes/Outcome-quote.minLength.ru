# What the outcome has as quote is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote "" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?old }
