# The figure of the outcome is negative.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value ?old ; tsu:numberOfCopies ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value -1 ; tsu:numberOfCopies -1 }
WHERE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value ?old ; tsu:numberOfCopies ?old }
