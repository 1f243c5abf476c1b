# An English label quotes a Japanese name, another is a number, and that of a commission has only words of the source.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ?one rdfs:label ?en }
INSERT { ?one rdfs:label ?other }
WHERE {
  VALUES (?one ?other) { (<id/project/example/R1/431001> "熊本市 (Kumamoto)"@en) (<id/edition/example/R1/2020-12> "2020-12"@en) (<id/commission/example/R1/431001/2020-12/1> "自治体名 1: 再委託先"@en) }
  ?one rdfs:label ?en FILTER(LANG(?en) = "en")
}
