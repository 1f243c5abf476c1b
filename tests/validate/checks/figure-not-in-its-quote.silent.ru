# Full-width digits, separators, a decimal written longer, kanji.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?outcome tsu:quote ?quote ; tsu:value ?value }
INSERT { ?outcome tsu:quote ?other ; tsu:value ?number }
WHERE {
  VALUES (?outcome ?other ?number) {
    (<id/outcome/example/R1/431001/2020-12/1-01> "支援人数 延べ１，２５０人" 1250) (<id/outcome/example/R1/431001/2020-12/1-02> "2回、計十四人" 14)
    (<id/outcome/example/R1/431001/2020-12/2-02> "約2.50時間" 2.5) (<id/outcome/example/R1/431001/2020-12/2-04> "1,234,567回" 1234567)
    (<id/outcome/example/R1/431001/2020-12/3-01> "1万2千部" 12000)
  }
  ?outcome tsu:quote ?quote ;
    tsu:value ?value
}
