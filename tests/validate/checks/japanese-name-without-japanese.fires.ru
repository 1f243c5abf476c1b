# The languages of the labels of a project were exchanged.
# finds: id/project/example/R1/431001
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/project/example/R1/431001> rdfs:label ?ja , ?en }
INSERT { <id/project/example/R1/431001> rdfs:label ?japanese , ?english }
WHERE {
  <id/project/example/R1/431001> rdfs:label ?ja , ?en
  FILTER(LANG(?ja) = "ja" && LANG(?en) = "en")
  BIND(STRLANG(STR(?ja), "en") AS ?english) BIND(STRLANG(STR(?en), "ja") AS ?japanese)
}
