# A class has no example.
PREFIX ex: <https://example.org/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ex:Book skos:example ?old }
WHERE { ex:Book skos:example ?old }
