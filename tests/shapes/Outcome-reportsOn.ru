# What the outcome has as subject is a whole commission.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:reportsOn <id/commission/example/R1/431001/2020-12/1> }
