# What the observation has as edition is a programme.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refEdition ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refEdition <id/programme/example> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refEdition ?old }
