# The commission belongs to two projects.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/project/example/H30/431001>
    a tsu:Project ;
    rdfs:label "熊本市 見本事業 H30"@ja , "Kumamoto City: example programme, H30"@en ;
    tsu:partOfProgramme <id/programme/example> ;
    tsu:undertakenBy <id/government/431001> ;
    tsu:cohort "H30" ;
    tsu:governmentAsWritten "熊本市" ;
    tsu:hasCommission <id/commission/example/R1/431001/2020-12/1> ;
    tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/42-45>
}
