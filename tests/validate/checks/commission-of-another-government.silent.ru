# A row writes the name of the city in another way.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten ?name }
INSERT { <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten "熊本市（再掲）" }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten ?name }
