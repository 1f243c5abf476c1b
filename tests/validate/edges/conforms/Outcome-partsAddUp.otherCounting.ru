# One part counts each person once and the total each time: they cannot be added.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind <code/breakdown-kind/partition> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old } ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 14 ;
    tsu:numberOfPersons 14 ;
    tsu:breakdownKind <code/breakdown-kind/partition> ;
    tsu:countingMethod <code/counting/jitsu> ;
    tsu:indicator "支援人数 / 男性"
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind, tsu:countingMethod, tsu:indicator))
}
