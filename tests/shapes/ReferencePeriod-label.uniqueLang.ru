# The reference period has two labels in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/period/FY2019> rdfs:label "別の名称"@ja }
