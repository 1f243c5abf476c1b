# Something is said of a term that is not declared.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:Reader rdfs:seeAlso <https://example.org/readers> }
