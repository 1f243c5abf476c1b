# There are two scope notes in Japanese.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:LendingLibrary skos:scopeNote "分館も含む。"@ja }
