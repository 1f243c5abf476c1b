# The characters of a cue end before they begin: told once.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?position oa:end ?end }
INSERT { ?position oa:end ?other }
WHERE {
  <id/cue/intervention/example/R1/431001/2020-12/1-1/supportStage/entry> oa:hasSelector ?position .
  ?position oa:start ?start ;
    oa:end ?end .
  BIND (?start - 1 AS ?other)
}
