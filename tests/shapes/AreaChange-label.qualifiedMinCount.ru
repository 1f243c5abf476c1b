# The area change has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/change/2012-04-01-432016> rdfs:label ?old }
INSERT { <id/change/2012-04-01-432016> rdfs:label "in English only"@en }
WHERE { <id/change/2012-04-01-432016> rdfs:label ?old }
