# Something stands before the number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber ?old }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber "第1000012030001" }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber ?old }
