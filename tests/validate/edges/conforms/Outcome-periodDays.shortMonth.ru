# A plan for February of a year that is no leap year.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <code/status/planned>
    a <http://www.w3.org/2004/02/skos/core#Concept> ;
    <http://www.w3.org/2004/02/skos/core#inScheme> <code/status> ;
    <http://www.w3.org/2004/02/skos/core#notation> "planned" ;
    <http://www.w3.org/2004/02/skos/core#prefLabel> "予定"@ja , "planned"@en ;
    <http://www.w3.org/2004/02/skos/core#definition> "これからのもの。"@ja , "Still to come."@en ;
    dcterms:source "表の語法"@ja ;
    <http://www.w3.org/2004/02/skos/core#topConceptOf> <code/status>
} ;

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2021-02" ; tsu:periodStart "2021-02-01"^^xsd:date ; tsu:periodEnd "2021-02-28"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end } ;

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:status ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:status <code/status/planned> }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:status ?old }
