# The status has two codes for the kind of status.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/status/431001/core-city-1996-04-01> tsu:statusKind <code/municipality-kind/city> }
