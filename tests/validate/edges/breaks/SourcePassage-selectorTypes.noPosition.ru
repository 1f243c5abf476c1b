# It has two quotes and no position.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?position }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector <id/passage/aaaaaaaaaaaa/50-79#quote> }
WHERE {
  <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?position .
  ?position a oa:TextPositionSelector
}
