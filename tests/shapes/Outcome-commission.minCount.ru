# The outcome belongs to no commission.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { ?owner tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/3-w1> }
