# The total is divided three times by the same code; all divisions add up.
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
  <id/outcome/example/R1/431001/2020-12/1-05> tsu:value 11 ;
    tsu:numberOfPersons 11 ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
} ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-06> .
  <id/outcome/example/R1/431001/2020-12/1-06> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-06> tsu:value 8 ;
    tsu:numberOfPersons 8 ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
} ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-07> .
  <id/outcome/example/R1/431001/2020-12/1-07> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-07> tsu:value 10 ;
    tsu:numberOfPersons 10 ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
} ;

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-08> .
  <id/outcome/example/R1/431001/2020-12/1-08> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-08> tsu:value 9 ;
    tsu:numberOfPersons 9 ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:breakdownKind))
}
