# The recorded area has two values for its day on which it ended.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/area/432016-1991-02-01> tsu:validUntil "2000-01-01"^^xsd:date }
