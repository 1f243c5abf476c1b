# A dimension may be left out.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/component/refPeriod> qb:componentRequired false }
