# The last day of a period of unstated beginning is only a month.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/period/unstated-to/2020-11> tsu:lastDay ?old }
INSERT { <id/period/unstated-to/2020-11> tsu:lastDay "2020-11"^^xsd:gYearMonth }
WHERE { <id/period/unstated-to/2020-11> tsu:lastDay ?old }
