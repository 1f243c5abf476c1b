# The part counts persons once, the total each time: they do not compare.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:countingMethod ?old2 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 20 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons 20 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:countingMethod <code/counting/jitsu> .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:countingMethod ?old2 }
}
