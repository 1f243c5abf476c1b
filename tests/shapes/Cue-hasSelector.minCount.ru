# The cue has one selector for both position and quote.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote }
INSERT { ?position a oa:TextQuoteSelector ; oa:exact ?exact }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote , ?position .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  ?position a oa:TextPositionSelector
}
