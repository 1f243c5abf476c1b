# The project has two numbers of contractors.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/R1/431001> tsu:contractorCount 7 }
