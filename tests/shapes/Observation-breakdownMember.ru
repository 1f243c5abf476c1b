# The observation has two breakdown members.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:breakdownMember <code/breakdown-member/配布> }
