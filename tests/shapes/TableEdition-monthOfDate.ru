# The date of the table lies in another month than its edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/edition/example/R1/2020-12> tsu:tableDate ?old }
INSERT { <id/edition/example/R1/2020-12> tsu:tableDate "2021-03-31"^^xsd:date }
WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?old }
