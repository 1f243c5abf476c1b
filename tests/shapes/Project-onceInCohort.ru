# The government has a second project in the same cohort.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/project/example/R1/431002> ?property ?value .
}
WHERE {
  <id/project/example/R1/431001> ?property ?value .
  FILTER (?property NOT IN (tsu:hasCommission))
}
