# The observation has two measures.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType tsu:numberOfCases }
