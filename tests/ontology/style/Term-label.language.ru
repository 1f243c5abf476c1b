# A class has a label in a third language.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:Book rdfs:label "livre"@fr }
