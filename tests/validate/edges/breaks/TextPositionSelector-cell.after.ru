# Something stands after what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell ?old }
INSERT { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell "Sheet1!D7号" }
WHERE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell ?old }
