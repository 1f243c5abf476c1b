# The total was changed from 19 to 3, below what is singled out of it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 3 ; tsu:numberOfPersons 3 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old }
