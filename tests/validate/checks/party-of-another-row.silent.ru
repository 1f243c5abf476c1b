# The cell of the contractor is empty, and the department stands in a row above.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:wasReadFrom ?passage }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:wasReadFrom ?passage }
