# The day on which it ended of the recorded area is a year only.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/area/432016-1991-02-01> tsu:validUntil ?old }
INSERT { <id/area/432016-1991-02-01> tsu:validUntil "2000"^^xsd:gYear }
WHERE { <id/area/432016-1991-02-01> tsu:validUntil ?old }
