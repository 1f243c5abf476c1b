# Two codes are each broader than the other.
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <https://example.org/code/history> skos:broader <https://example.org/code/local-history> }
