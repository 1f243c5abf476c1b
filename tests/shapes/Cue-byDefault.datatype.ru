# What the cue has as statement about being a default is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/cue/outcome/example/R1/431001/2020-12/1-01/status/actual> tsu:byDefault ?old }
INSERT { <id/cue/outcome/example/R1/431001/2020-12/1-01/status/actual> tsu:byDefault "既定" }
WHERE { <id/cue/outcome/example/R1/431001/2020-12/1-01/status/actual> tsu:byDefault ?old }
