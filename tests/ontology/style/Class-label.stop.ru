# The Japanese label of a class ends in a full stop.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:Book rdfs:label ?old }
INSERT { ex:Book rdfs:label "本。"@ja }
WHERE { ex:Book rdfs:label ?old FILTER(LANG(?old) = "ja") }
