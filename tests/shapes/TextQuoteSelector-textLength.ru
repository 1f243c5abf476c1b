# The quote of a cue, and the characters between its ends, are one too many.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?quote oa:exact ?old . ?position oa:start ?start ; oa:end ?end }
INSERT { ?quote oa:exact ?all . ?position oa:start 0 ; oa:end 20001 }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/supportStage/entry> oa:hasSelector ?quote , ?position .
  ?quote oa:exact ?old .
  ?position oa:start ?start ;
    oa:end ?end .
  BIND ("あいうえおかきくけこさしすせそたちつてと" AS ?a)
  BIND (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b)
  BIND (CONCAT(?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b, ?b) AS ?c)
  BIND (CONCAT(?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, ?c, "な") AS ?all)
}
