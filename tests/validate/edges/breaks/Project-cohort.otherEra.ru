# There is no such era.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/project/example/R1/431001> tsu:cohort ?old0 .
}
INSERT {
  <id/project/example/R1/431001> tsu:cohort "X1" .
}
WHERE {
  OPTIONAL { <id/project/example/R1/431001> tsu:cohort ?old0 }
}
