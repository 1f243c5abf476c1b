# The table edition has two dates.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/edition/example/R1/2020-12> tsu:tableDate "2021-12-31"^^xsd:date }
