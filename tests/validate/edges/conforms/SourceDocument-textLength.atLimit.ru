# The name of the file is as long as it may be.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:fileName ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:fileName ?text }
WHERE {
  <id/source/aaaaaaaaaaaa> tsu:fileName ?old .
  BIND ("あいうえおかきくけこさしすせそた" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a) AS ?b)
  BIND (SUBSTR(CONCAT(?b, ?b, ?b, ?b), 2) AS ?all)
  BIND (?all AS ?text)
}
