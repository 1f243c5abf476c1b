# The figure of the outcome is a floating-point number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value ?old ; tsu:numberOfCopies ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value 3.0e2 ; tsu:numberOfCopies 3.0e2 }
WHERE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:value ?old ; tsu:numberOfCopies ?old }
