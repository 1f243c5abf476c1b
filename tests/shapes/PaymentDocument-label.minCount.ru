# The document has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/payment-document/example> rdfs:label ?english }
WHERE { <id/payment-document/example> rdfs:label ?english FILTER(lang(?english) = "en") }
