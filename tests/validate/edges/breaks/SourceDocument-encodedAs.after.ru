# Something stands after what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/cccccccccccc> tsu:encodedAs "8790:81E0号" }
