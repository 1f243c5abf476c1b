# What the commission has as intervention is a table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/commission/example/R1/431001/2020-12/1> tsu:hasIntervention <id/edition/example/R1/2020-12> }
