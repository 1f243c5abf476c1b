# The passage spans two numbers of rows.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136> tsu:rowSpan 3 }
