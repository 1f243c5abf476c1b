# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/payment/example/2019-A-1> rdfs:label ?old }
INSERT { <id/payment/example/2019-A-1> rdfs:label ?text }
WHERE {
  <id/payment/example/2019-A-1> rdfs:label ?old .
  FILTER (LANG(?old) = "ja")
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (STRLANG(?all, "ja") AS ?text)
}
