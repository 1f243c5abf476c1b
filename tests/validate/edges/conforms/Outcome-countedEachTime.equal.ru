# As many counted once as each time: everybody came once.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 19 ;
    tsu:numberOfPersons 19 ;
    tsu:countingMethod <code/counting/jitsu>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-01> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:countingMethod))
}
