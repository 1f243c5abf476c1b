# The English label of a project is its Japanese name.
# finds: id/project/example/R1/431001
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/project/example/R1/431001> rdfs:label ?en }
INSERT { <id/project/example/R1/431001> rdfs:label "熊本市の見本事業"@en }
WHERE { <id/project/example/R1/431001> rdfs:label ?en FILTER(LANG(?en) = "en") }
