# A data set is an observation.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT { ?other a qb:Observation ; tsu:value 19 ; ?dimension ?value }
WHERE {
  BIND(<id/dataset/outcomes-persons> AS ?other)
  <id/outcome/example/R1/431001/2020-12/1-01> ?dimension ?value
  FILTER(?dimension IN (qb:dataSet, qb:measureType, tsu:numberOfPersons, tsu:breakdownMember, tsu:countingBasis, tsu:refPeriod, tsu:refEdition))
}
