# The area change has two labels in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/change/2012-04-01-432016> rdfs:label "別の名称"@ja }
