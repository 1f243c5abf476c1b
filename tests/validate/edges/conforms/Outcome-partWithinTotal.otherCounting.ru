# Persons are counted once in the total and each time in the part.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 40 ; tsu:numberOfPersons 40 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old } ;

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod <code/counting/jitsu> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:countingMethod ?old }
