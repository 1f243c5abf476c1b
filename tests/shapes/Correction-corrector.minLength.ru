# Who made the correction is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:corrector ?old }
INSERT { <id/correction/cell> tsu:corrector "" }
WHERE { <id/correction/cell> tsu:corrector ?old }
