# A figure of 20 is singled out of a total of 19.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 20 ; tsu:numberOfPersons 20 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old }
