# The outcome does not say whether its figure is approximate.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate ?any }
