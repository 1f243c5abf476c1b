# It has a property of this vocabulary that is of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/department/431001/福祉課> tsu:legalForm <code/legal-form/特定非営利活動法人> }
