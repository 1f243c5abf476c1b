# The figure is as of 1990 (平成2年), thirty years before the project.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "1990-12-31"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
