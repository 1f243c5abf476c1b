# The English label of a property is a noun.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:title rdfs:label ?old }
INSERT { ex:title rdfs:label "title"@en }
WHERE { ex:title rdfs:label ?old FILTER(LANG(?old) = "en") }
