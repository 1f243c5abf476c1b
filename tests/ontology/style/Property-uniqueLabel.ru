# Two properties have the same label in English.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:near rdfs:label ?old }
INSERT { ex:near rdfs:label "is part of"@en }
WHERE { ex:near rdfs:label ?old FILTER(LANG(?old) = "en") }
