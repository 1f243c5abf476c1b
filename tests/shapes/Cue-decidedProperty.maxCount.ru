# The cue decided two properties.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty tsu:measure }
