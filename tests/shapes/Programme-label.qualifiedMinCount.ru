# The programme has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/programme/example> rdfs:label ?old }
INSERT { <id/programme/example> rdfs:label "in English only"@en }
WHERE { <id/programme/example> rdfs:label ?old }
