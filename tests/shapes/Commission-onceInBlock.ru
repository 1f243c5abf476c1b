# Two commissions have the same row number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber ?old }
INSERT { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber 1 }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber ?old }
