# The recorded area has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/area/432016-1991-02-01> rdfs:label ?old }
INSERT { <id/area/432016-1991-02-01> rdfs:label "in English only"@en }
WHERE { <id/area/432016-1991-02-01> rdfs:label ?old }
