# What the outcome has as period is no plain text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period "2020"^^xsd:gYear }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:period ?old }
