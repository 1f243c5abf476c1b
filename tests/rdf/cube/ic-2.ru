# A data set has no structure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE WHERE { <id/dataset/outcomes-persons> qb:structure ?any }
