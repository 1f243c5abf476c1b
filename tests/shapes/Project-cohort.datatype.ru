# What the project has as cohort is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:cohort ?old }
INSERT { <id/project/example/R1/431001> tsu:cohort "R1"@ja }
WHERE { <id/project/example/R1/431001> tsu:cohort ?old }
