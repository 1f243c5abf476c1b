# The project has no source; the name of its government is read by something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/department/431001/福祉課> tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/42-45> } ;

DELETE WHERE { <id/project/example/R1/431001> tsu:wasReadFrom ?any }
