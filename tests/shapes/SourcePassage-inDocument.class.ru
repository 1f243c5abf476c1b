# What the passage has as document is a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:inDocument ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:inDocument <id/edition/example/R1/2020-12> }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:inDocument ?old }
