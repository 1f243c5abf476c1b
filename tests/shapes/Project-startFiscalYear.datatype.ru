# What the project has as first fiscal year is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
INSERT { <id/project/example/R1/431001> tsu:startFiscalYear "令和元年度" }
WHERE { <id/project/example/R1/431001> tsu:startFiscalYear ?old }
