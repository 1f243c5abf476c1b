# The observation has no edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refEdition ?any }
