# A second namespace is named, which does not go with the ontology.
PREFIX vann: <http://purl.org/vocab/vann/>

INSERT DATA { <https://example.org/ontology> vann:preferredNamespaceUri "https://example.org/ontology#L" }
