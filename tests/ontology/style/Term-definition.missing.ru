# A class has no definition in English.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:Book skos:definition ?old }
WHERE { ex:Book skos:definition ?old FILTER(LANG(?old) = "en") }
