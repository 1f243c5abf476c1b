# The English names differ in their wording.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/area/431001> rdfs:label ?name }
INSERT { <id/area/431001> rdfs:label "City of Kumamoto"@en }
WHERE { <id/area/431001> rdfs:label ?name FILTER(LANG(?name) = "en") }
