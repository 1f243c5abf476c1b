# The outcome has two values.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 20 ; tsu:numberOfPersons 20 }
