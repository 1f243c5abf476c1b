# The text after the correction is a number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:textAfter ?old }
INSERT { <id/correction/cell> tsu:textAfter 4 }
WHERE { <id/correction/cell> tsu:textAfter ?old }
