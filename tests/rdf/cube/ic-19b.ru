# A dimension has a collection as code list, and a value outside it.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  tsu:refEdition qb:codeList <id/collection/editions> .
  <id/collection/editions> a skos:Collection ; skos:member <id/edition/another>
}
