# The table is of the month in which the project began, and a period is later.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { ?outcome tsu:asOf ?date }
WHERE { ?outcome tsu:asOf ?date }
;
DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2020-01" ; tsu:periodStart "2020-01-01"^^xsd:date ; tsu:periodEnd "2020-01-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
;
DELETE { <id/edition/example/R1/2020-12> tsu:tableDate ?day ; tsu:edition ?edition }
INSERT { <id/edition/example/R1/2020-12> tsu:tableDate "2019-04-30"^^xsd:date ; tsu:edition "2019-04" }
WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?day ; tsu:edition ?edition }
