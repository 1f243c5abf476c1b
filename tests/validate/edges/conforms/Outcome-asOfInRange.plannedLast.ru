# Planned for the last month that a plan may name.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE {
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old0 .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?old1 .
}
INSERT {
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2022-12"^^xsd:gYearMonth .
  <id/outcome/example/R1/431001/2020-12/1-01> tsu:status <code/status/planned> .
}
WHERE {
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old0 }
  OPTIONAL { <id/outcome/example/R1/431001/2020-12/1-01> tsu:status ?old1 }
} ;

INSERT { <code/status/planned> ?property ?value ; skos:notation "planned" . <code/status> skos:hasTopConcept <code/status/planned> }
WHERE { <code/status/actual> ?property ?value FILTER (?property != skos:notation) }
