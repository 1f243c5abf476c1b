# What the outcome has as period is no plain text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "FY2019"@ja }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
