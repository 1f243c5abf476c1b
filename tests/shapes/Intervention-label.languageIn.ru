# The intervention has a label in a third language.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> rdfs:label "une étiquette"@fr }
