# The ontology has no title in English.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:title ?old }
WHERE { <https://example.org/ontology> dcterms:title ?old FILTER(LANG(?old) = "en") }
