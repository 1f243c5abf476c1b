# The position has two cells.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> tsu:cell "Sheet1!D8" }
