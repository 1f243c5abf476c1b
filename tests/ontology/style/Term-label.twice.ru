# A class has two labels in Japanese.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { ex:Book rdfs:label "冊子"@ja }
