# The change has two days.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/change/2012-04-01-432016> dcterms:date "2000-01-01"^^xsd:date }
