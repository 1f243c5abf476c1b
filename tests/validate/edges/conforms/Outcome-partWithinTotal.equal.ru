# What is singled out is all of the total.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 19 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons 19 .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 }
}
