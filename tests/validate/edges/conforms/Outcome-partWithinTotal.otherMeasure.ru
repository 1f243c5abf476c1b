# What stands with the total counts something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 355 ; tsu:numberOfPersons 355 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old } ;

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:measure ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:measure <code/measure/events> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:measure ?old }
