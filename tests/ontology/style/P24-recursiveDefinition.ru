# A class is defined by itself.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:LendingLibrary owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( ex:LendingLibrary [ a owl:Restriction ; owl:onProperty ex:lends ; owl:someValuesFrom ex:Book ] ) ] }
