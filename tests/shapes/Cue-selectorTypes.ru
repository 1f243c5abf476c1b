# The cue has two positions and no quote.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote }
INSERT { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector <id/passage/aaaaaaaaaaaa/42-45#position> }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?quote .
  ?quote a oa:TextQuoteSelector
}
