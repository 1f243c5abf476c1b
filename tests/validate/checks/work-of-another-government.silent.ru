# The project and its work are the prefecture's.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:undertakenBy ?government . <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government . <id/project/example/R1/431001> tsu:governmentAsWritten ?name }
INSERT { <id/project/example/R1/431001> tsu:undertakenBy <id/government/430005> ; tsu:governmentAsWritten "熊本県" . <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy <id/government/430005> }
WHERE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government . <id/project/example/R1/431001> tsu:governmentAsWritten ?name }
