# The project is of a place of which nobody knows whether it is a city.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:municipalityKind ?kind ; tsu:undertakenBy ?city }
INSERT { <id/project/example/R1/431001> tsu:municipalityKind <code/municipality-kind/prefecture> ; tsu:undertakenBy <id/government/府中市> }
WHERE { <id/project/example/R1/431001> tsu:municipalityKind ?kind ; tsu:undertakenBy ?city }
