# The English label of a class begins with a capital.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:Book rdfs:label ?old }
INSERT { ex:Book rdfs:label "Book"@en }
WHERE { ex:Book rdfs:label ?old FILTER(LANG(?old) = "en") }
