# What the observation has as data set is the series of them.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> qb:dataSet ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> qb:dataSet <id/dataset/outcomes> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> qb:dataSet ?old }
