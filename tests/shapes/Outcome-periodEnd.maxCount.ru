# The outcome has two last days of its period.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd "2020-04-30"^^xsd:date }
