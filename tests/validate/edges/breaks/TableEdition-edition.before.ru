# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:edition ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:edition "第2020-12" }
WHERE { <id/edition/example/R1/2020-12> tsu:edition ?old }
