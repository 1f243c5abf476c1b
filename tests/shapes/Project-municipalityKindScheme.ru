# The project has a code for the kind of the government that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:municipalityKind ?old }
INSERT { <id/project/example/R1/431001> tsu:municipalityKind <code/measure/persons> }
WHERE { <id/project/example/R1/431001> tsu:municipalityKind ?old }
