# A class is a subclass of its own subclass.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:Library rdfs:subClassOf ex:LendingLibrary }
