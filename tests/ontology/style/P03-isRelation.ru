# A property is called is.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:partOf rdfs:label ?old }
INSERT { ex:partOf rdfs:label "is"@en }
WHERE { ex:partOf rdfs:label ?old FILTER(LANG(?old) = "en") }
