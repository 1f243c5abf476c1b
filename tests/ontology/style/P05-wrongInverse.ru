# The range of a property is not the domain of its inverse.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:lentBy rdfs:range ?old }
INSERT { ex:lentBy rdfs:range ex:Book }
WHERE { ex:lentBy rdfs:range ?old }
