# Parts of 4 and 15 exhaust a total that was changed from 19 to 20.
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

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 20 ; tsu:numberOfPersons 20 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old }
