# A label is corrected.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/code> tsu:correctedProperty ?old }
INSERT { <id/correction/code> tsu:correctedProperty tsu:unit }
WHERE { <id/correction/code> tsu:correctedProperty ?old }
