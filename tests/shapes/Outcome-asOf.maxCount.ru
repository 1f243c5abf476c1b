# The outcome has two dates.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2020-11-30"^^xsd:date }
