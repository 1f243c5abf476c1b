# The part has a code for the breakdown dimension that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension <code/measure/persons> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension ?old }
