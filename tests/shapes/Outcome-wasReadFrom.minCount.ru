# The outcome has no source.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/3-w1> tsu:wasReadFrom ?any }
