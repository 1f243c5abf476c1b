# What the table edition has as cohort is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:cohort "令和元年度" }
WHERE { <id/edition/example/R1/2020-12> tsu:cohort ?old }
