# The column of the correction is text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:column ?old }
INSERT { <id/correction/cell> tsu:column "6" }
WHERE { <id/correction/cell> tsu:column ?old }
