# What the commission has as name of its government is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:governmentAsWritten ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:governmentAsWritten "熊本市"@ja }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:governmentAsWritten ?old }
