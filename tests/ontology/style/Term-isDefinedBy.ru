# A property does not say which ontology defines it.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:near rdfs:isDefinedBy ?old }
WHERE { ex:near rdfs:isDefinedBy ?old }
