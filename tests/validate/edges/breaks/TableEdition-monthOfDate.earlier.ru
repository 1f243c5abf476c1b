# The table is dated before its edition, and results up to the month of the edition: the date of the table is wrong, not those of the outcomes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2020-12" ; tsu:periodStart "2020-12-01"^^xsd:date ; tsu:periodEnd "2020-12-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?period ; tsu:periodStart ?start ; tsu:periodEnd ?end }
;
DELETE { <id/edition/example/R1/2020-12> tsu:tableDate ?day }
INSERT { <id/edition/example/R1/2020-12> tsu:tableDate "2020-10-31"^^xsd:date }
WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?day }
