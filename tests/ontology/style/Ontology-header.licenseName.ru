# The licence is a name and leads nowhere.
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <https://example.org/ontology> dcterms:license ?old }
INSERT { <https://example.org/ontology> dcterms:license "CC BY 4.0" }
WHERE { <https://example.org/ontology> dcterms:license ?old }
