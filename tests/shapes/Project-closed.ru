# It has a property of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/R1/431001> tsu:rowNumber 1 }
