# A slice has no key.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/dataset/outcomes-persons> qb:slice <id/slice/iwate> }
