# What the observation has as counting basis is the code of the tables.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingBasis ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingBasis <code/counting/nobe> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingBasis ?old }
