# A year of 大正.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/project/example/R1/431001> tsu:cohort ?old }
INSERT { <id/project/example/R1/431001> tsu:cohort "T10" }
WHERE { <id/project/example/R1/431001> tsu:cohort ?old } ;

DELETE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
INSERT { <id/project/example/R1/431001> tsu:startFiscalYear "1921"^^xsd:gYear }
WHERE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
