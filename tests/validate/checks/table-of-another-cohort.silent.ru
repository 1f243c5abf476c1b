# A project of another table, of the same government, is of another cohort, as that table is.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/edition/example/R2/2020-12> tsu:cohort "R2" .
  <id/project/example/R2/431001> tsu:cohort "R2" ; tsu:hasCommission <id/commission/example/R2/431001/2020-12/1> .
  <id/commission/example/R2/431001/2020-12/1> tsu:reportedIn <id/edition/example/R2/2020-12>
}
