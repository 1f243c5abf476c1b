# Full-width digits, separators, a decimal written longer, kanji; where a passage has the figure, it is written so there, else in the quote.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?outcome tsu:quote ?quote ; tsu:value ?value . ?passage tsu:role <code/passage-role/figure> . <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact "19" }
INSERT { ?outcome tsu:quote ?other ; tsu:value ?number . <id/passage/aaaaaaaaaaaa/134-136> tsu:role <code/passage-role/figure> . <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact "１，２５０" }
WHERE {
  VALUES (?outcome ?other ?number) {
    (<id/outcome/example/R1/431001/2020-12/1-01> "支援人数 延べ１，２５０人" 1250) (<id/outcome/example/R1/431001/2020-12/1-02> "2回、計十四人" 14)
    (<id/outcome/example/R1/431001/2020-12/2-02> "約2.50時間" 2.5) (<id/outcome/example/R1/431001/2020-12/2-04> "1,234,567回" 1234567)
    (<id/outcome/example/R1/431001/2020-12/3-01> "1万2千部" 12000)
  }
  ?outcome tsu:quote ?quote ;
    tsu:value ?value .
  ?passage tsu:role <code/passage-role/figure>
}
