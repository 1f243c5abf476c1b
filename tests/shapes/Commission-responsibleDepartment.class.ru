# What the commission has as department is the government itself.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:responsibleDepartment ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:responsibleDepartment <id/government/431001> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:responsibleDepartment ?old }
