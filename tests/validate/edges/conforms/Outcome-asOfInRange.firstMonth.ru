# As of the first month of the programme's first fiscal year.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old0 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2019-04"^^xsd:gYearMonth .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old0 }
}
