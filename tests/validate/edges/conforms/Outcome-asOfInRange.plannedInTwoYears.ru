# A plan for the same month two years after the date of the table.
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

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2022-12"^^xsd:gYearMonth }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old } ;

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status <code/status/planned> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?old }
