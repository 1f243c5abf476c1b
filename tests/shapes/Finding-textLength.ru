# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:message ?old }
INSERT { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:message ?text }
WHERE {
  <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:message ?old .
  FILTER (LANG(?old) = "ja")
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (STRLANG(?all, "ja") AS ?text)
}
