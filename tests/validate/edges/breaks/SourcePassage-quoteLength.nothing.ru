# The characters of a passage begin and end at one place, and its quote has some.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { ?position oa:end ?end }
INSERT { ?position oa:end ?other }
WHERE {
  <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?position .
  ?position oa:start ?start ;
    oa:end ?end .
  BIND (?start AS ?other)
}
