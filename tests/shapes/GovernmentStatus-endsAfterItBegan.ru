# The status ends before it began.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
INSERT { <id/status/431001/core-city-1996-04-01> tsu:validUntil "1996-03-31"^^xsd:date }
WHERE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
