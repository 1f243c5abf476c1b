# The reason for the correction is a number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:correctionReason ?old }
INSERT { <id/correction/cell> tsu:correctionReason 1 }
WHERE { <id/correction/cell> tsu:correctionReason ?old }
