# A cue may decide any coded property.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty ?old }
INSERT { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty tsu:breakdownDimension }
WHERE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty ?old }
