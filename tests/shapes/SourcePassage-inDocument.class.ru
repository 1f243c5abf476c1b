# What the passage has as document is a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> tsu:inDocument ?old }
INSERT { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> tsu:inDocument <id/edition/example/R1/2020-12> }
WHERE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> tsu:inDocument ?old }
