# A figure that stands without any label has no indicator, and a text may have spaces in it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:indicator ?indicator ; tsu:unit ?unit ; tsu:wasReadFrom ?label }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:indicator "" ; tsu:unit "　時間 " }
WHERE {
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:indicator ?indicator ;
    tsu:unit ?unit
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:wasReadFrom ?label . ?label tsu:role <code/passage-role/indicator> }
}
