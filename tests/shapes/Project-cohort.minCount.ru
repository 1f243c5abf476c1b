# The project has no cohort.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/project/example/R1/431001> tsu:cohort ?any }
