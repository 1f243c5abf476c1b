# The project has something for the kind of the government that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:municipalityKind ?old }
INSERT { <id/project/example/R1/431001> tsu:municipalityKind <id/edition/example/R1/2020-12> }
WHERE { <id/project/example/R1/431001> tsu:municipalityKind ?old }
