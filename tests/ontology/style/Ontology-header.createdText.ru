# The date is mere text.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:created ?old }
INSERT { <https://example.org/ontology> dcterms:created "2020" }
WHERE { <https://example.org/ontology> dcterms:created ?old }
