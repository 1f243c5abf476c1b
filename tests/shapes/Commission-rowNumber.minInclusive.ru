# What the commission has as row number is below one.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:rowNumber ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:rowNumber 0 }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:rowNumber ?old }
