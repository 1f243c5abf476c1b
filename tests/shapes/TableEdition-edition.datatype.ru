# What the table edition has as year and month is no plain text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/edition/example/R1/2020-12> tsu:edition ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:edition "2020-12"^^xsd:gYearMonth }
WHERE { <id/edition/example/R1/2020-12> tsu:edition ?old }
