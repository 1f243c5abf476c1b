# What the outcome has as unit is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit "" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit ?old }
