# When the project began is not known.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE WHERE { <id/project/example/R1/431001> tsu:startFiscalYear ?year } ;

DELETE { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf "1990-04"^^xsd:gYearMonth }
WHERE { <id/outcome/example/R1/431001/2020-12/2-04> tsu:asOf ?old }
