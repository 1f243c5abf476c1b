# More counted once, but as of another month.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 20 ;
    tsu:numberOfPersons 20 ;
    tsu:countingMethod <code/counting/jitsu> ;
    tsu:asOf "2020-11"^^xsd:gYearMonth
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-01> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:countingMethod, tsu:asOf))
}
