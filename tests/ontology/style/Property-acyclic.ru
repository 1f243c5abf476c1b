# Two properties are subproperties of each other.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:near rdfs:subPropertyOf ex:partOf . ex:partOf rdfs:subPropertyOf ex:near }
