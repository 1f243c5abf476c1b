# What the organization has as source is no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:wasReadFrom <id/edition/example/R1/2020-12> }
