# What follows from the ontology may be stated too.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:outcomeOf <id/commission/example/R1/431001/2020-12/1> ;
    tsu:hasBreakdownPart <id/outcome/example/R1/431001/2020-12/1-02> ;
    tsu:responsibleGovernment <id/government/431001> ;
    rdfs:comment "見本"@ja
}
