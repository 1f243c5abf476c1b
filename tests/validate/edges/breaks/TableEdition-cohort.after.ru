# Something stands after what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:cohort "R1号" }
WHERE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
