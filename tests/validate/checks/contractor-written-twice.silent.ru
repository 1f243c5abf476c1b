# Another row names another body.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:listedAgain ?again }
INSERT {
  <id/commission/example/R1/431001/2020-12/2> tsu:contractor <id/organization/熊本県-特定非営利活動法人見本の会熊本> .
  <id/organization/熊本県-特定非営利活動法人見本の会熊本> a tsu:Organization ; rdfs:label "特定非営利活動法人見本の会熊本"@ja ; tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/159-171>
}
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:contractor ?contractor ; tsu:listedAgain ?again }
