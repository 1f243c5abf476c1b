# A date that is neither a date nor the text of a fiscal year.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "FY2020"^^xsd:token }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?old }
