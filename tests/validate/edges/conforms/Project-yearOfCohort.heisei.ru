# Cohort H30 began in 2018.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  <id/project/example/R1/431001> tsu:cohort ?old0 .
  <id/project/example/R1/431001> tsu:startFiscalYear ?old1 .
}
INSERT {
  <id/project/example/R1/431001> tsu:cohort "H30" .
  <id/project/example/R1/431001> tsu:startFiscalYear "2018"^^xsd:gYear .
}
WHERE {
  OPTIONAL { <id/project/example/R1/431001> tsu:cohort ?old0 }
  OPTIONAL { <id/project/example/R1/431001> tsu:startFiscalYear ?old1 }
}
