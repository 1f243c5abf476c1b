# A class has no label in English.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:Book rdfs:label ?old }
WHERE { ex:Book rdfs:label ?old FILTER(LANG(?old) = "en") }
