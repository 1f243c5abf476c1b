# A class of SKOS is given a label.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { skos:Concept rdfs:label "概念"@ja }
