# A property of the namespace is used and not declared.
PREFIX ex: <https://example.org/ontology#>

INSERT DATA { <https://example.org/book> ex:weighs 3 }
