# An outcome that is no part of another has a kind of breakdown.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownOf ?any }
