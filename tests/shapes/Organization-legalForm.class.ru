# The organization has something for the legal form that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm ?old }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm <id/edition/example/R1/2020-12> }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm ?old }
