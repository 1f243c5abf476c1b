# The quote of a result has more of the source around its figure; the source writes a voiced mark apart, and the item does not.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?quote }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote "■支援人数 延べ19人（うち女性4人）" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?quote }
;
DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?text . ?quoted oa:exact ?exact }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?composed . ?quoted oa:exact ?apart }
WHERE {
  <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?text ;
    tsu:wasReadFrom/oa:hasSelector ?quoted .
  ?quoted oa:exact ?exact
  BIND(CONCAT("が", SUBSTR(?text, 3)) AS ?composed) BIND(CONCAT("か\u3099", SUBSTR(?exact, 3)) AS ?apart)
}
