# The observation is of two data sets.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> qb:dataSet <id/dataset/outcomes-events> }
