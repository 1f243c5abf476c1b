# The project has two first fiscal years.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/project/example/R1/431001> tsu:startFiscalYear "2018"^^xsd:gYear }
