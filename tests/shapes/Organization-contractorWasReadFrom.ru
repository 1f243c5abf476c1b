# The contractor was read from no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:wasReadFrom ?any }
