# What the cue has as decided code is a whole code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedCode ?old }
INSERT { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedCode <code/measure> }
WHERE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedCode ?old }
