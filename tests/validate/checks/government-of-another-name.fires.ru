# The row says 熊本市, the project is undertaken by 熊本県.
# finds: id/project/example/R1/431001
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:undertakenBy ?government }
INSERT { <id/project/example/R1/431001> tsu:undertakenBy <id/government/430005> . <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy <id/government/430005> }
WHERE { <id/project/example/R1/431001> tsu:undertakenBy ?government }
