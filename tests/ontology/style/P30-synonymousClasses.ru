# Another name of a class is the label of another class.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { ex:Book skos:altLabel "library"@en }
