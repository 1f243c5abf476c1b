# The commission has no extent.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:extent ?any }
