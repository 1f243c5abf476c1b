# A structure has two measures, and no observation the second: why there is a structure a measure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/structure/outcomes-persons> qb:component <id/component/numberOfEvents> }
