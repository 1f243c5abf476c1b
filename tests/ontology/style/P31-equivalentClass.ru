# Two named classes are stated to be equivalent.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:Book owl:equivalentClass skos:Concept }
