# It is not told what was corrected.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/correction/code> tsu:correctedProperty ?old }
