# The header has no dcterms:license.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:license ?old }
WHERE { <https://example.org/ontology> dcterms:license ?old }
