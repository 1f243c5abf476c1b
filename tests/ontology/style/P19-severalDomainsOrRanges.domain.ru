# A property has two domains.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:title rdfs:domain ex:Library }
