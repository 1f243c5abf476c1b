# A day in a wrong era.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "1990-02-10" ; tsu:periodStart "1990-02-10"^^xsd:date ; tsu:periodEnd "1990-02-10"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
