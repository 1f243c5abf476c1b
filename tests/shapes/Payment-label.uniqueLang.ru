# The payment has two labels in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/payment/example/2019-A-1> rdfs:label "別の名称"@ja }
