# The data set has two structures.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/dataset/outcomes-persons> qb:structure <id/structure/outcomes-events> }
