# The part, a rough figure, has two codes for the kind of breakdown.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:approximate false }
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:approximate true ;
    tsu:breakdownKind <code/breakdown-kind/partition>
}
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:approximate false }
