# It has two quotes and no position.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?position }
INSERT { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector <id/passage/aaaaaaaaaaaa/50-79#quote> }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector ?position .
  ?position a oa:TextPositionSelector
}
