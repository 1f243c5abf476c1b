# The name of a government is read by no record.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/R1/431001> tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/46-49> } ;

DELETE WHERE { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/42-45> }
