# The table has a date but no month by which its edition is known, and an outcome is dated after it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/edition/example/R1/2020-12> tsu:edition ?edition }
INSERT { <id/edition/example/R1/2020-12> tsu:edition "unstated" }
WHERE { <id/edition/example/R1/2020-12> tsu:edition ?edition }
;
DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2021-03-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
