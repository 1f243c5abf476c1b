# The name of the file has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:fileName ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:fileName ?text }
WHERE {
  <id/source/aaaaaaaaaaaa> tsu:fileName ?old .
  BIND ("あいうえおかきくけこさしすせそた" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b) AS ?all)
  BIND (?all AS ?text)
}
