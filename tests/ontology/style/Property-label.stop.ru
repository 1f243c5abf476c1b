# The Japanese label of a property ends in a full stop.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:title rdfs:label ?old }
INSERT { ex:title rdfs:label "書名。"@ja }
WHERE { ex:title rdfs:label ?old FILTER(LANG(?old) = "ja") }
