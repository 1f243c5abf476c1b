# What the table edition has as date names no day.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/edition/example/R1/2020-12> tsu:tableDate ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:tableDate "2020-12"^^xsd:gYearMonth }
WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?old }
