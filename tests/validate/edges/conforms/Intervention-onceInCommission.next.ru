# A second intervention of the row has the next item number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasIntervention <id/intervention/example/R1/431001/2020-12/1-2> .
  <id/intervention/example/R1/431001/2020-12/1-2> ?property ?value ;
    tsu:itemNumber 2
}
WHERE {
  <id/intervention/example/R1/431001/2020-12/1-1> ?property ?value
  FILTER (?property != tsu:itemNumber)
}
