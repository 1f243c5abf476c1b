# An observation has a value for the measure of its structure, and says that its measure is another.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> qb:measureType ?old }
INSERT { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> qb:measureType tsu:numberOfCases ; tsu:numberOfCases 28 }
WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> qb:measureType ?old }
