# Planned for after the date of the table.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old0 .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old1 .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd ?old2 .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:status ?old3 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2021-03" .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart "2021-03-01"^^xsd:date .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd "2021-03-31"^^xsd:date .
  <id/outcome/example/R1/431001/2020-12/2-02> tsu:status <code/status/planned> .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old1 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd ?old2 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/2-02> tsu:status ?old3 }
} ;

INSERT { <code/status/planned> ?property ?value ; skos:notation "planned" . <code/status> skos:hasTopConcept <code/status/planned> }
WHERE { <code/status/actual> ?property ?value FILTER (?property != skos:notation) }
