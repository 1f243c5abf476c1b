# A result in words is no observation, and another measure is one throughout.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-02> qb:dataSet ?set ; qb:measureType tsu:numberOfPersons ; tsu:numberOfPersons 4 .
  ?set qb:structure ?structure
}
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> qb:dataSet <id/dataset/outcomes-items> ; qb:measureType tsu:numberOfItems ; tsu:numberOfItems 4 }
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> qb:dataSet ?set
  OPTIONAL { ?set qb:structure ?structure }
}
