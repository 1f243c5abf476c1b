# The range of a property is no declared class.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:subject rdfs:range ?old }
INSERT { ex:subject rdfs:range <http://example.com/vocabulary#Topic> }
WHERE { ex:subject rdfs:range ?old }
