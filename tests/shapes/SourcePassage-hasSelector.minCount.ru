# The passage has one selector for both position and quote.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?quote }
INSERT { ?position a oa:TextQuoteSelector ; oa:exact ?exact }
WHERE {
  <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector ?quote , ?position .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  ?position a oa:TextPositionSelector
}
