# The row of the correction is text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:row ?old }
INSERT { <id/correction/cell> tsu:row "7" }
WHERE { <id/correction/cell> tsu:row ?old }
