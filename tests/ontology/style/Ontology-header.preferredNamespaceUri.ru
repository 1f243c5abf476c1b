# The header names no namespace.
PREFIX vann: <http://purl.org/vocab/vann/>

DELETE { <https://example.org/ontology> vann:preferredNamespaceUri ?old }
WHERE { <https://example.org/ontology> vann:preferredNamespaceUri ?old }
