# The organization has a code for the legal form that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm ?old }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm <code/measure/persons> }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm ?old }
