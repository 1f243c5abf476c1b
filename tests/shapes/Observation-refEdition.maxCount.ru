# The observation has two editions.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refEdition <id/edition/unstated/unstated/unstated> }
