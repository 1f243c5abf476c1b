# The government has a project in another cohort too.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT {
  <id/project/example/H30/431001> ?property ?value ;
    tsu:cohort "H30" ;
    tsu:startFiscalYear "2018"^^xsd:gYear
}
WHERE {
  <id/project/example/R1/431001> ?property ?value .
  FILTER (?property NOT IN (tsu:hasCommission, tsu:cohort, tsu:startFiscalYear))
}
