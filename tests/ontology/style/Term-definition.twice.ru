# A class has two definitions in Japanese.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:Book skos:definition "冊子。"@ja }
