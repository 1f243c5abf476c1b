# An outcome in words is an observation.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT { <id/outcome/example/R1/431001/2020-12/3-w1> a qb:Observation ; ?dimension ?value ; tsu:refCommission ?commission }
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-01> ?dimension ?value
  FILTER(?dimension IN (qb:dataSet, qb:measureType, tsu:breakdownMember, tsu:countingBasis, tsu:refPeriod, tsu:refEdition))
  ?commission tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/3-w1>
}
