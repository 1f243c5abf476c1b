# What the observation has as breakdown member is a code of another list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:breakdownMember ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:breakdownMember <code/breakdown-dimension/gender> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:breakdownMember ?old }
