# The day of the correction is text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:correctedOn ?old }
INSERT { <id/correction/cell> tsu:correctedOn "2021-02-10" }
WHERE { <id/correction/cell> tsu:correctedOn ?old }
