# The month of the table.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old0 .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old1 .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd ?old2 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2020-12" .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart "2020-12-01"^^xsd:date .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd "2020-12-31"^^xsd:date .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old1 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd ?old2 }
}
