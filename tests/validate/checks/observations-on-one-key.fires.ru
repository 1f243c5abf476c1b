# Two outcomes of a commission share all dimensions.
# finds: id/commission/example/R1/431001/2020-12/1
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownMember ?member ; tsu:refPeriod ?period }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownMember ?whole ; tsu:refPeriod ?other }
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownMember ?member ; tsu:refPeriod ?period .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:breakdownMember ?whole ; tsu:refPeriod ?other .
}
