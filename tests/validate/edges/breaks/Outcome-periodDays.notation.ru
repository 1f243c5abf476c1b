# The notation names another fiscal year than the days.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "FY2020" }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
