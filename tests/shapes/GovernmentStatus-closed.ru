# It has a property of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/status/431001/core-city-1996-04-01> tsu:tableDate "1996-04-01"^^xsd:date }
