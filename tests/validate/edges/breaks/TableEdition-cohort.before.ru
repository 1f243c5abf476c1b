# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:cohort "第R1" }
WHERE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
