# What the project has as programme is a government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:partOfProgramme ?old }
INSERT { <id/project/example/R1/431001> tsu:partOfProgramme <id/government/431001> }
WHERE { <id/project/example/R1/431001> tsu:partOfProgramme ?old }
