# Something is stated to be an outcome in words but no outcome.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/3-w2> a tsu:OutcomeInWords }
