# The definition in Japanese is two sentences.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:Book skos:definition ?old }
INSERT { ex:Book skos:definition "読むもの。綴じてある。"@ja }
WHERE { ex:Book skos:definition ?old FILTER(LANG(?old) = "ja") }
