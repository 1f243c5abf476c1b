# The period begins after its end.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/period/FY2019> tsu:firstDay ?old }
INSERT { <id/period/FY2019> tsu:firstDay "2020-04-01"^^xsd:date }
WHERE { <id/period/FY2019> tsu:firstDay ?old }
