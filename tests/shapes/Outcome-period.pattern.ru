# What the outcome has as period is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "令和元年度" }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
