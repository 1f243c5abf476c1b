# A project of cohort R1 began in fiscal year 1989, the first year of another era.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
INSERT { <id/project/example/R1/431001> tsu:startFiscalYear "1989"^^xsd:gYear }
WHERE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
