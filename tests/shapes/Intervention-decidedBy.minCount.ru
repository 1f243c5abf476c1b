# The intervention has no cue.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:decidedBy ?any }
