# The cell of the correction is a number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:cell ?old }
INSERT { <id/correction/cell> tsu:cell 7 }
WHERE { <id/correction/cell> tsu:cell ?old }
