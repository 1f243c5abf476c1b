# What the department has as source is no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/department/431001/福祉課> tsu:wasReadFrom <id/edition/example/R1/2020-12> }
