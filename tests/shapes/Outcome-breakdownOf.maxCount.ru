# The part has two totals, of which one is itself.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf <id/outcome/example/R1/431001/2020-12/1-02> }
