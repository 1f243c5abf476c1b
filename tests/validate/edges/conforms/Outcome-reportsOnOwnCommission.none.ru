# Which intervention the outcome reports on cannot be told.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:reportsOn ?item }
