# The first day of the fiscal year is 1 January.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart "2019-01-01"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?old }
