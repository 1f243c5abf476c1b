# The correction names two cells.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/cell> tsu:cell "表!G7" }
