# What is reported as done runs into the month after the date of the table.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2020-11/2021-01" ; tsu:periodStart "2020-11-01"^^xsd:date ; tsu:periodEnd "2021-01-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
