# The intervention belongs to two commissions.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber ?old }
INSERT {
  <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber 2 .
  <id/commission/example/R1/431001/2020-12/2> tsu:hasIntervention <id/intervention/example/R1/431001/2020-12/1-1>
}
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:itemNumber ?old }
