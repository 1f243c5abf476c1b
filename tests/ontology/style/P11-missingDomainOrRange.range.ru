# A property has no range.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:partOf rdfs:range ?old }
WHERE { ex:partOf rdfs:range ?old }
