# The first day of the period is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/period/FY2019> tsu:firstDay ?first ; tsu:lastDay ?last }
INSERT { <id/period/FY2019> tsu:firstDay "令和元年4月1日" }
WHERE { <id/period/FY2019> tsu:firstDay ?first ; tsu:lastDay ?last }
