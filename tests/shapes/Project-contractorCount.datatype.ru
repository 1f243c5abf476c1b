# The number of contractors is no whole number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:contractorCount ?old }
INSERT { <id/project/example/R1/431001> tsu:contractorCount 1.0 }
WHERE { <id/project/example/R1/431001> tsu:contractorCount ?old }
