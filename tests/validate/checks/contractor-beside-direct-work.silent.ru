# A commission without a contractor becomes one with a contractor.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government }
INSERT { <id/commission/example/R1/431001/2020-12/3> tsu:contractor <id/organization/熊本県-特定非営利活動法人見本の会> }
WHERE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government }
