# Something stands after a number, whose check digit is wrong too: told once.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber ?old }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber "2000012030001号" }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber ?old }
