# A superproperty is no declared property.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:near rdfs:subPropertyOf <http://example.com/vocabulary#nearby> }
