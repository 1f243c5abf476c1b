# The outcome has a code for the level of result that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:resultLevel ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:resultLevel <code/measure/persons> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:resultLevel ?old }
