# A class has a definition in a third language.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:Book skos:definition "livre"@fr }
