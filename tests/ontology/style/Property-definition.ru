# The English definition of a property does not say what it relates to what.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:title skos:definition ?old }
INSERT { ex:title skos:definition "The title of a book."@en }
WHERE { ex:title skos:definition ?old FILTER(LANG(?old) = "en") }
