# A year after that of the table.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2021"^^xsd:gYear }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
