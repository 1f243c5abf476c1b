# The correction corrects a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:correctsDocument ?old }
INSERT { <id/correction/cell> tsu:correctsDocument <id/edition/example/R1/2020-12> }
WHERE { <id/correction/cell> tsu:correctsDocument ?old }
