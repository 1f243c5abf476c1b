# The outcome has a code for the type of indicator that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicatorType ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicatorType <code/measure/persons> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicatorType ?old }
