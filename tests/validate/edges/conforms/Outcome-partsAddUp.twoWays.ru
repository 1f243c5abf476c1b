# The total of 19 is divided twice, in two parts each: the four add up to twice the total.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old2 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:value 9 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons 9 .
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind <code/breakdown-kind/partition> .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:value ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:numberOfPersons ?old1 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old2 }
} ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-10> .
  <id/outcome/example/R1/431001/2020-12/1-10> ?property ?any ; tsu:value 10 ; tsu:numberOfPersons 10 .
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-11> .
  <id/outcome/example/R1/431001/2020-12/1-11> ?property ?any ; tsu:value 8 ; tsu:numberOfPersons 8 .
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-12> .
  <id/outcome/example/R1/431001/2020-12/1-12> ?property ?any ; tsu:value 11 ; tsu:numberOfPersons 11 .
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?any .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons))
}
