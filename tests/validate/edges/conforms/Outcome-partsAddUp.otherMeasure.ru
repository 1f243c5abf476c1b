# A part counts something else: it is no part of the sum.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind <code/breakdown-kind/partition> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old } ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 15 ;
    tsu:numberOfPersons 15 ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
} ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-05> .
  <id/outcome/example/R1/431001/2020-12/1-05> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-05> tsu:value 7 ;
    tsu:numberOfPersons 7 ;
    tsu:breakdownKind <code/breakdown-kind/partition> ;
    tsu:measure <code/measure/events>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind, tsu:measure))
}
