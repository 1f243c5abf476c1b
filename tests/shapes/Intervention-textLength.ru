# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?old }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?text }
WHERE {
  <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?old .
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (?all AS ?text)
}
