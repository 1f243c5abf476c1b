# A class of the namespace is used and not declared.
PREFIX ex: <https://example.org/ontology#>

INSERT DATA { <https://example.org/reader> a ex:Reader }
