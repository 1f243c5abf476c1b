# The part does not say whether it is one of a partition or a subset.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?any }
