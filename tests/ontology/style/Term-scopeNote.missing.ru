# The scope note is in Japanese only.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:LendingLibrary skos:scopeNote ?old }
WHERE { ex:LendingLibrary skos:scopeNote ?old FILTER(LANG(?old) = "en") }
