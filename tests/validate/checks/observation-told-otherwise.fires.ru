# Persons are said to be measured as items.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType tsu:numberOfPersons }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType tsu:numberOfItems }
WHERE {}
