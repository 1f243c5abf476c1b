# The organization has two codes for the legal form.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:legalForm <code/legal-form/none> }
