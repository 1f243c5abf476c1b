# A property is also defined by something that is no ontology.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:near rdfs:isDefinedBy <https://example.org/elsewhere> }
