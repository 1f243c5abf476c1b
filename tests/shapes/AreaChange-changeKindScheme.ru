# The change has a code that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/change/2012-04-01-432016> tsu:changeKind ?old }
INSERT { <id/change/2012-04-01-432016> tsu:changeKind <code/measure/persons> }
WHERE { <id/change/2012-04-01-432016> tsu:changeKind ?old }
