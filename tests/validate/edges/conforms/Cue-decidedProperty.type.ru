# A cue may decide any coded property.
BASE <https://w3id.org/tsunagi/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty ?old }
INSERT { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty rdf:type }
WHERE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> tsu:decidedProperty ?old }
