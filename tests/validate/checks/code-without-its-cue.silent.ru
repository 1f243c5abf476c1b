# A code that no cue decided, one more than the cues decided, and a cue that a person overruled.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:status ?old .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?status ; tsu:decidedBy <id/cue/outcome/example/R1/431001/2020-12/1-01/status/actual>
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:status <code/status/in-progress> .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:status <code/status/in-progress> .
  <id/intervention/example/R1/431001/2020-12/1-1> tsu:interventionType <code/intervention-type/supporter-training>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-02> tsu:status ?old .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?status
}
