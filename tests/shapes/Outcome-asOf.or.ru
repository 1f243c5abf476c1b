# What the outcome has as date is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "令和2年12月末" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
