# The quote of a cue lacks its last character: that is told as a quote of another length.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?quote oa:exact ?old }
INSERT { ?quote oa:exact ?short }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote .
  ?quote oa:exact ?old .
  BIND (SUBSTR(?old, 1, STRLEN(?old) - 1) AS ?short)
}
