# The figure is for a fiscal year before the project began.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "FY2018" ; tsu:periodStart "2018-04-01"^^xsd:date ; tsu:periodEnd "2019-03-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
