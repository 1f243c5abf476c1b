# The part has two codes for the breakdown dimension.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownDimension <code/breakdown-dimension/age> }
