# The header has no dcterms:modified.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:modified ?old }
WHERE { <https://example.org/ontology> dcterms:modified ?old }
