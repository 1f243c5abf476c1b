# The counting of one part is not told; with it the parts make 18, not 19.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind <code/breakdown-kind/partition> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old } ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 14 ;
    tsu:numberOfPersons 14
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:countingMethod))
}
