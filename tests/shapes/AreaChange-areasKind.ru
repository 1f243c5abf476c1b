# The change names a body instead of its area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/change/2012-04-01-432016> tsu:areaAfter ?old }
INSERT { <id/change/2012-04-01-432016> tsu:areaAfter <id/government/431001> }
WHERE { <id/change/2012-04-01-432016> tsu:areaAfter ?old }
