# The passage has a code for the role of the passage that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:role ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:role <code/measure/persons> }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:role ?old }
