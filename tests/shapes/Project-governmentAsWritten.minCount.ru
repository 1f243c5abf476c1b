# The project does not name its government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/project/example/R1/431001> tsu:governmentAsWritten ?any }
