# The quote of a cue has as many characters as before, but one of them is another.
# finds: id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?quote oa:exact ?old }
INSERT { ?quote oa:exact ?other }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote .
  ?quote oa:exact ?old .
  BIND (CONCAT("異", SUBSTR(?old, 2)) AS ?other)
}
