# The first digit of the corporate number is wrong.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/organization/熊本県-特定非営利活動法人見本の会> tsu:corporateNumber "8000020010006" }
