# The outcome has two labels in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> rdfs:label "別の名称"@ja }
