# The table is dated before the project began: the date of the table is wrong, not those of the outcomes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/edition/example/R1/2020-12> tsu:tableDate ?day ; tsu:edition ?edition }
INSERT { <id/edition/example/R1/2020-12> tsu:tableDate "1990-12-31"^^xsd:date ; tsu:edition "1990-12" }
WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?day ; tsu:edition ?edition }
