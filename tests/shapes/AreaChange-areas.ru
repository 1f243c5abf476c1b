# The change names no area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/change/2012-04-01-432016> tsu:areaBefore ?before ; tsu:areaAfter ?after }
WHERE { <id/change/2012-04-01-432016> tsu:areaBefore ?before ; tsu:areaAfter ?after }
