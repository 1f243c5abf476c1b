# The header has no vann:preferredNamespacePrefix.
PREFIX vann: <http://purl.org/vocab/vann/>

DELETE { <https://example.org/ontology> vann:preferredNamespacePrefix ?old }
WHERE { <https://example.org/ontology> vann:preferredNamespacePrefix ?old }
