# The project has no programme.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/project/example/R1/431001> tsu:partOfProgramme ?any }
