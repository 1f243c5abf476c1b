# The figure has two days.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/population/430005/2020-10-01> tsu:populationDate "2015-10-01"^^xsd:date }
