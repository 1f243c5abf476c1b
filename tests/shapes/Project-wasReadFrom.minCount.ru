# The project has no source.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/project/example/R1/431001> tsu:wasReadFrom ?any }
