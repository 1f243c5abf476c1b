# The header has no dcterms:created.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:created ?old }
WHERE { <https://example.org/ontology> dcterms:created ?old }
