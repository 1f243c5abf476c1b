# What the status has as first day is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/status/431001/core-city-1996-04-01> tsu:validFrom ?old }
INSERT { <id/status/431001/core-city-1996-04-01> tsu:validFrom "平成8年4月1日" }
WHERE { <id/status/431001/core-city-1996-04-01> tsu:validFrom ?old }
