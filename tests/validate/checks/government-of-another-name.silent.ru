# The row names the government in a way that nobody is called.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:governmentAsWritten ?name }
INSERT { <id/project/example/R1/431001> tsu:governmentAsWritten "熊本" }
WHERE { <id/project/example/R1/431001> tsu:governmentAsWritten ?name }
