# Two figures are singled out of the total; they need not add up to it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 11 ;
    tsu:numberOfPersons 11 ;
    tsu:breakdownKind <code/breakdown-kind/subset>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
}
