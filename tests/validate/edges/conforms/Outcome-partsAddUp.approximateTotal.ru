# The total is a rough one: nothing is added up.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind <code/breakdown-kind/partition> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:breakdownKind ?old } ;

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate true }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate ?old }
