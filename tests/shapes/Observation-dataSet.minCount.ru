# The observation is of no data set.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> qb:dataSet ?any }
