# The outcome belongs to two commissions.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/commission/example/R1/431001/2020-12/2> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/3-w1> }
