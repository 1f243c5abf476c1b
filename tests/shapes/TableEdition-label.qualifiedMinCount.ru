# The table edition has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/edition/example/R1/2020-12> rdfs:label ?old }
INSERT { <id/edition/example/R1/2020-12> rdfs:label "in English only"@en }
WHERE { <id/edition/example/R1/2020-12> rdfs:label ?old }
