# Something stands after the number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/identification/organization/熊本県-特定非営利活動法人見本の会/1000012030001> tsu:numberFound ?old }
INSERT { <id/identification/organization/熊本県-特定非営利活動法人見本の会/1000012030001> tsu:numberFound "1000012030001号" }
WHERE { <id/identification/organization/熊本県-特定非営利活動法人見本の会/1000012030001> tsu:numberFound ?old }
