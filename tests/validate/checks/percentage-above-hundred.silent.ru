# All are satisfied.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:unit ?unit ; tsu:value ?value ; tsu:numberOfCopies ?value ; tsu:indicator ?indicator }
INSERT { <id/outcome/example/R1/431001/2020-12/3-01> tsu:unit "%" ; tsu:value 100 ; tsu:numberOfCopies 100 ; tsu:indicator "満足度" }
WHERE { <id/outcome/example/R1/431001/2020-12/3-01> tsu:unit ?unit ; tsu:value ?value ; tsu:numberOfCopies ?value ; tsu:indicator ?indicator }
