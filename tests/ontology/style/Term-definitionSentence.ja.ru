# The definition in Japanese does not end in a full stop.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:Book skos:definition ?old }
INSERT { ex:Book skos:definition "読むもの"@ja }
WHERE { ex:Book skos:definition ?old FILTER(LANG(?old) = "ja") }
