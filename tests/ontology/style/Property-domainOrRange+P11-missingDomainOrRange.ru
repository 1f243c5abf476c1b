# A property has neither domain nor range.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ex:title rdfs:domain ?old }
WHERE { ex:title rdfs:domain ?old } ;
DELETE { ex:title rdfs:range ?old }
WHERE { ex:title rdfs:range ?old }
