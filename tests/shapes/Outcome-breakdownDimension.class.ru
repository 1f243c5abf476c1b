# The part has something for the breakdown dimension that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension <id/edition/example/R1/2020-12> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension ?old }
