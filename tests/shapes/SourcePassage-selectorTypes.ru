# The passage has two positions and no quote.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?quote }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector <id/passage/aaaaaaaaaaaa/42-45#position> }
WHERE {
  <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?quote .
  ?quote a oa:TextQuoteSelector
}
