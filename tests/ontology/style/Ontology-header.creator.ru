# The header has no dcterms:creator.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:creator ?old }
WHERE { <https://example.org/ontology> dcterms:creator ?old }
