# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/payment-document/example> rdfs:label ?old }
INSERT { <id/payment-document/example> rdfs:label ?text }
WHERE {
  <id/payment-document/example> rdfs:label ?old .
  FILTER (LANG(?old) = "ja")
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (STRLANG(?all, "ja") AS ?text)
}
