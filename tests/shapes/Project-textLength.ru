# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:governmentAsWritten ?old }
INSERT { <id/project/example/R1/431001> tsu:governmentAsWritten ?text }
WHERE {
  <id/project/example/R1/431001> tsu:governmentAsWritten ?old .
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (?all AS ?text)
}
