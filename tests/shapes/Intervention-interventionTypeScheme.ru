# The intervention has a code for the type of intervention that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> tsu:interventionType <code/measure/persons> }
