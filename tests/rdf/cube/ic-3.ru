# A structure has no measure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE DATA { <id/structure/outcomes-persons> qb:component <id/component/numberOfPersons> }
