# The commission belongs to two projects.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/H30/431001> tsu:hasCommission <id/commission/example/R1/431001/2020-12/1> }
