# The ontology has no description in Japanese.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:description ?old }
WHERE { <https://example.org/ontology> dcterms:description ?old FILTER(LANG(?old) = "ja") }
