# A contractor of one commission that was read from no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/organization/熊本県-特定非営利活動法人見本の会> tsu:wasReadFrom ?passage .
  ?commission tsu:contractor <id/organization/熊本県-特定非営利活動法人見本の会> .
}
WHERE {
  { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:wasReadFrom ?passage }
  UNION
  { ?commission tsu:contractor <id/organization/熊本県-特定非営利活動法人見本の会> FILTER NOT EXISTS { ?first tsu:contractor <id/organization/熊本県-特定非営利活動法人見本の会> FILTER (STR(?first) < STR(?commission)) } }
}
