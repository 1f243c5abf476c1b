# Two properties are stated to be equivalent.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:near owl:equivalentProperty ex:partOf }
