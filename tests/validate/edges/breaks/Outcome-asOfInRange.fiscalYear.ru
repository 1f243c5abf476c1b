# A fiscal year before the project began.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:asOf "FY2018" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:asOf ?old }
