# The last year of 平成 is the first of 令和.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:cohort ?old }
INSERT { <id/project/example/R1/431001> tsu:cohort "H31" }
WHERE { <id/project/example/R1/431001> tsu:cohort ?old }
