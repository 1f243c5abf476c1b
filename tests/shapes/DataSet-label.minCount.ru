# The data set has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/dataset/outcomes-persons> rdfs:label ?english }
WHERE { <id/dataset/outcomes-persons> rdfs:label ?english FILTER(lang(?english) = "en") }
