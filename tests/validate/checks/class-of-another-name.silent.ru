# The city has another name, and a place of which nobody knows the kind one of any ending.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/government/432024> rdfs:label "八代市"@ja . <id/government/府中市> rdfs:label ?any }
INSERT { <id/government/432024> rdfs:label "やつしろ市"@ja . <id/government/府中市> rdfs:label "府中"@ja }
WHERE { <id/government/府中市> rdfs:label ?any }
