# The observation has no measure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> qb:measureType ?any }
