# The position of a cue starts after its end.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?position oa:start ?start }
INSERT { ?position oa:start 999999 }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/supportStage/entry> oa:hasSelector ?position .
  ?position oa:start ?start
}
