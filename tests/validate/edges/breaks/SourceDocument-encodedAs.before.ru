# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/cccccccccccc> tsu:encodedAs "第8790:81E0" }
