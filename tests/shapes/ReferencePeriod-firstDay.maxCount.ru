# The period has two first days.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/period/FY2019> tsu:firstDay "2019-05-01"^^xsd:date }
