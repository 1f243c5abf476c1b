# The definition in English is two sentences.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:Book skos:definition ?old }
INSERT { ex:Book skos:definition "Something to read. It is bound."@en }
WHERE { ex:Book skos:definition ?old FILTER(LANG(?old) = "en") }
