# A class has no source.
PREFIX ex: <https://example.org/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { ex:Book dcterms:source ?old }
WHERE { ex:Book dcterms:source ?old }
