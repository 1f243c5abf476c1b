# An observation is of no data set.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> qb:dataSet ?any }
