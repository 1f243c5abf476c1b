# The source itself holds a control character, and a record repeats it.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/department/431001/総務課> rdfs:label ?name . <id/passage/aaaaaaaaaaaa/226-229#quote> oa:exact ?text }
INSERT { <id/department/431001/総務課> rdfs:label "総\u0007課"@ja . <id/passage/aaaaaaaaaaaa/226-229#quote> oa:exact "総\u0007課" }
WHERE { <id/department/431001/総務課> rdfs:label ?name . <id/passage/aaaaaaaaaaaa/226-229#quote> oa:exact ?text }
