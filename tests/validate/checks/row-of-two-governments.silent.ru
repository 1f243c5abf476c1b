# The same item has another result there.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/project/example/R1/430005> a tsu:Project ; rdfs:label "熊本県 見本事業 R1"@ja , "Kumamoto Prefecture: example programme, R1"@en ;
    tsu:partOfProgramme <id/programme/example> ; tsu:undertakenBy <id/government/430005> ; tsu:cohort "R1" ; tsu:governmentAsWritten "熊本県" ;
    tsu:startFiscalYear ?year ; tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/42-45> ; tsu:hasCommission <id/commission/example/R1/430005/2020-12/1> .
  <id/commission/example/R1/430005/2020-12/1> tsu:reportedIn <id/edition/example/R1/2020-12> ;
    tsu:hasIntervention <id/intervention/example/R1/430005/2020-12/1-1> ; tsu:hasOutcome <id/outcome/example/R1/430005/2020-12/1-01> .
  <id/intervention/example/R1/430005/2020-12/1-1> tsu:text ?text .
  <id/outcome/example/R1/430005/2020-12/1-01> tsu:reportsOn <id/intervention/example/R1/430005/2020-12/1-1> ; tsu:quote "支援人数 延べ20人" .
}
WHERE {
  <id/project/example/R1/431001> tsu:startFiscalYear ?year .
  <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?text .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?quote
}
