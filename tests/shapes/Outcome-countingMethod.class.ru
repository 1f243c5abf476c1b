# The outcome has something for the way of counting that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod <id/edition/example/R1/2020-12> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod ?old }
