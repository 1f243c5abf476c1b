# The commission has a code for the kind of contractor that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind <code/measure/persons> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:contractorKind ?old }
