# The header has no dcterms:bibliographicCitation.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:bibliographicCitation ?old }
WHERE { <https://example.org/ontology> dcterms:bibliographicCitation ?old }
