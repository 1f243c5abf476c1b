# What is counted may be any measure of the list.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType tsu:numberOfItems }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType ?old }
