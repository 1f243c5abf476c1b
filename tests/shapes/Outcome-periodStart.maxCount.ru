# The outcome has two first days of its period.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart "2019-05-01"^^xsd:date }
