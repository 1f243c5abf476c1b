# The reason for the correction is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:correctionReason ?old }
INSERT { <id/correction/cell> tsu:correctionReason "" }
WHERE { <id/correction/cell> tsu:correctionReason ?old }
