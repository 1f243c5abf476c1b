# The commission has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/commission/example/R1/431001/2020-12/1> rdfs:label ?english }
WHERE { <id/commission/example/R1/431001/2020-12/1> rdfs:label ?english FILTER(lang(?english) = "en") }
