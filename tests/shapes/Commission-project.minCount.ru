# The commission belongs to no project.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { ?owner tsu:hasCommission <id/commission/example/R1/431001/2020-12/1> }
