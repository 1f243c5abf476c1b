# The cue does not say which property it decided.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty ?any }
