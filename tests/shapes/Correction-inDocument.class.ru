# What the correction stands in is a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:inDocument ?old }
INSERT { <id/correction/cell> tsu:inDocument <id/edition/example/R1/2020-12> }
WHERE { <id/correction/cell> tsu:inDocument ?old }
