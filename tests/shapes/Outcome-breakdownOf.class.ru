# What the part has as total is an intervention.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf <id/intervention/example/R1/431001/2020-12/1-1> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf ?old }
