# A result is said to be in progress, and its cue decided that it was achieved.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?status }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status <code/status/in-progress> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?status }
