# Another row names the same body as a company.
# finds: id/organization/熊本県-特定非営利活動法人見本の会
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:listedAgain ?again }
INSERT {
  <id/commission/example/R1/431001/2020-12/2> tsu:contractor <id/organization/熊本県-株式会社見本の会> .
  <id/organization/熊本県-株式会社見本の会> a tsu:Organization ; rdfs:label "株式会社 見本の会"@ja ; tsu:legalForm <code/legal-form/株式会社> ; tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/159-171> .
  <code/legal-form/株式会社> skos:prefLabel "株式会社"@ja .
  <code/legal-form/特定非営利活動法人> skos:prefLabel "特定非営利活動法人"@ja
}
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:listedAgain ?again }
