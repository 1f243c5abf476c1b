# The status has no first day.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/status/431001/core-city-1996-04-01> tsu:validFrom ?any }
