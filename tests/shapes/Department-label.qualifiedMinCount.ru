# The department has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/department/431001/福祉課> rdfs:label ?old }
INSERT { <id/department/431001/福祉課> rdfs:label "in English only"@en }
WHERE { <id/department/431001/福祉課> rdfs:label ?old }
