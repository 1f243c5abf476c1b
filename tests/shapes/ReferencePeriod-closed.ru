# It has a property of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/period/FY2019> tsu:tableDate "2019-04-01"^^xsd:date }
