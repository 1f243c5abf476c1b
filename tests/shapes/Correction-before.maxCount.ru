# The correction is of a text and of a code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/cell> tsu:correctedProperty tsu:status }
