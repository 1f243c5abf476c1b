# The date is told as a month, and a result without any date has the period of its table.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2020-12"^^xsd:gYearMonth }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
;
DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:asOf ?date }
