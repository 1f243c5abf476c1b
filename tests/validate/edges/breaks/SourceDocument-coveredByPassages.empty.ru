# The document is said to be empty, and has passages.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/source/aaaaaaaaaaaa> tsu:characterCount ?old0 .
}
INSERT {
  <id/source/aaaaaaaaaaaa> tsu:characterCount 0 .
}
WHERE {
  OPTIONAL { <id/source/aaaaaaaaaaaa> tsu:characterCount ?old0 }
}
