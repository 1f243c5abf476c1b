# The commission has something for the kind of contractor that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind <id/edition/example/R1/2020-12> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind ?old }
