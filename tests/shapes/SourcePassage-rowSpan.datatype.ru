# The number of rows is given as a decimal.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:rowSpan ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:rowSpan 2.0 }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:rowSpan ?old }
