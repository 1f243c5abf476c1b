# What the status has as end is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
INSERT { <id/status/431001/core-city-1996-04-01> tsu:validUntil "平成24年4月1日" }
WHERE { <id/status/431001/core-city-1996-04-01> tsu:validUntil ?old }
