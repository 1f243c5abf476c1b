# What the position has as cell is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell ?old }
INSERT { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell "7行目" }
WHERE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell ?old }
