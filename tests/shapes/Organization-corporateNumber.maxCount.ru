# The organization has two corporate numbers.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber "7000020010006" , "9000020012041" }
