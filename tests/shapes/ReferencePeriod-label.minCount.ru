# The reference period has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/period/FY2019> rdfs:label ?english }
WHERE { <id/period/FY2019> rdfs:label ?english FILTER(lang(?english) = "en") }
