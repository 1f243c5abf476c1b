# The status has a code for the kind of status that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/status/431001/core-city-1996-04-01> tsu:statusKind ?old }
INSERT { <id/status/431001/core-city-1996-04-01> tsu:statusKind <code/measure/persons> }
WHERE { <id/status/431001/core-city-1996-04-01> tsu:statusKind ?old }
