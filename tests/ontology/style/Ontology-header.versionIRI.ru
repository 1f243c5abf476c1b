# The header has no owl:versionIRI.
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE { <https://example.org/ontology> owl:versionIRI ?old }
WHERE { <https://example.org/ontology> owl:versionIRI ?old }
