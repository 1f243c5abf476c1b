# A property is said to be inferred, and nothing infers it.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:title skos:scopeNote "推論される。"@ja , "It is inferred."@en }
