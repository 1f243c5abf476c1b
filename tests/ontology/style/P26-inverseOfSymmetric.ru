# A symmetric property has an inverse.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:near owl:inverseOf ex:partOf }
