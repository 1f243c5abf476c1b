# The document has two encodings.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:encoding "cp932" }
