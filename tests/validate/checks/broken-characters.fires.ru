# The department was written with its voiced mark apart from the kana.
# finds: id/department/431001/総務課
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/department/431001/総務課> rdfs:label ?name }
INSERT { <id/department/431001/総務課> rdfs:label "か\u3099くしゅう課"@ja }
WHERE { <id/department/431001/総務課> rdfs:label ?name }
