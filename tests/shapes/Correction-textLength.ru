# The text has one character too many.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/cell> tsu:correctionReason ?old }
INSERT { <id/correction/cell> tsu:correctionReason ?text }
WHERE {
  <id/correction/cell> tsu:correctionReason ?old .
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
  BIND (?all AS ?text)
}
