# The value of the measure is another than that of the outcome.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:numberOfPersons 20 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:numberOfPersons ?old }
