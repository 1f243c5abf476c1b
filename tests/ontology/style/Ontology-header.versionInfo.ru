# The header has no owl:versionInfo.
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE { <https://example.org/ontology> owl:versionInfo ?old }
WHERE { <https://example.org/ontology> owl:versionInfo ?old }
