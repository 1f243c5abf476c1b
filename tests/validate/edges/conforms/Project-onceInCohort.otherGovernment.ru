# Another government has a project in the same cohort.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/project/example/R1/430005> ?property ?value ;
    tsu:undertakenBy <id/government/430005>
}
WHERE {
  <id/project/example/R1/431001> ?property ?value .
  FILTER (?property NOT IN (tsu:hasCommission, tsu:undertakenBy))
}
