# A library is said to lend nothing but books, lending something or not.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:Library rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:lends ; owl:allValuesFrom ex:Book ] }
