# The total of a part of row 1 stands in row 2.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf <id/outcome/example/R1/431001/2020-12/2-04> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf ?old }
