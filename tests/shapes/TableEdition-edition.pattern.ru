# What the table edition has as year and month is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:edition ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:edition "令和2年12月" }
WHERE { <id/edition/example/R1/2020-12> tsu:edition ?old }
