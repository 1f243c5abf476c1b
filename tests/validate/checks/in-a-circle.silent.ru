# A part of a part.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/2-04> tsu:breakdownOf <id/outcome/example/R1/431001/2020-12/1-02> }
