# The text before the correction is a number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:textBefore ?old }
INSERT { <id/correction/cell> tsu:textBefore 5 }
WHERE { <id/correction/cell> tsu:textBefore ?old }
