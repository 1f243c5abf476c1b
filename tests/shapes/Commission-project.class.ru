# The commission belongs to what is not said to be a project.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?owner a tsu:Project } WHERE { ?owner tsu:hasCommission <id/commission/example/R1/431001/2020-12/1> ; a tsu:Project }
