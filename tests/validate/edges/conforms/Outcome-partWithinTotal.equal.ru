# All of the total is singled out of it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 19 ; tsu:numberOfPersons 19 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old }
