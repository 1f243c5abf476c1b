# What the commission has as center is an organization.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:asOperatorOf ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:asOperatorOf <id/organization/熊本県-特定非営利活動法人見本の会> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:asOperatorOf ?old }
