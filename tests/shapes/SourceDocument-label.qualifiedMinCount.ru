# The document has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/source/aaaaaaaaaaaa> rdfs:label ?old }
INSERT { <id/source/aaaaaaaaaaaa> rdfs:label "in English only"@en }
WHERE { <id/source/aaaaaaaaaaaa> rdfs:label ?old }
