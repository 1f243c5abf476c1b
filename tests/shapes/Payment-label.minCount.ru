# The payment has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/payment/example/2019-A-1> rdfs:label ?english }
WHERE { <id/payment/example/2019-A-1> rdfs:label ?english FILTER(lang(?english) = "en") }
