# What the table edition has as programme is a government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:partOfProgramme ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:partOfProgramme <id/government/431001> }
WHERE { <id/edition/example/R1/2020-12> tsu:partOfProgramme ?old }
