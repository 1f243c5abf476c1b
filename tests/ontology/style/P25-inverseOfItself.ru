# A property is the inverse of itself.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:near owl:inverseOf ex:near }
