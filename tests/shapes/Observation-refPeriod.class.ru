# What the observation has as period is a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refPeriod ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refPeriod <id/edition/example/R1/2020-12> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refPeriod ?old }
