# The document has two character counts.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:characterCount 1 }
