# The document has two byte order marks.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/source/aaaaaaaaaaaa> tsu:byteOrderMark "FEFF"^^xsd:hexBinary }
