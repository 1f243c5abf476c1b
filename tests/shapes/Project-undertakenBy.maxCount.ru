# The project has two governments.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/R1/431001> tsu:undertakenBy <id/government/430005> }
