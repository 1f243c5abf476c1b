# The status ends on the day on which it began.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
INSERT { <id/status/431001/core-city-1996-04-01> tsu:validUntil "1996-04-01"^^xsd:date }
WHERE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
