# What the document has as byte order mark is given as plain text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:byteOrderMark ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:byteOrderMark "EFBBBF" }
WHERE { <id/source/aaaaaaaaaaaa> tsu:byteOrderMark ?old }
