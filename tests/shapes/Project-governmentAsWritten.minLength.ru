# What the project has as name of its government is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:governmentAsWritten ?old }
INSERT { <id/project/example/R1/431001> tsu:governmentAsWritten "" }
WHERE { <id/project/example/R1/431001> tsu:governmentAsWritten ?old }
