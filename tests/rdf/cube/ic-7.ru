# A key of slices is of no structure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/slice-key/by-commission> a qb:SliceKey }
