# The cue is said both to be a default and not.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/cue/outcome/example/R1/431001/2020-12/1-01/status/actual> tsu:byDefault false }
