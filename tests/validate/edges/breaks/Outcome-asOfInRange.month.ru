# A month before the project began.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf "2019-03"^^xsd:gYearMonth }
WHERE { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf ?old }
