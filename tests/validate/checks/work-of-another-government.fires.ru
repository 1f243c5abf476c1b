# The prefecture does what the table lists under the city.
# finds: id/commission/example/R1/431001/2020-12/3
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government }
INSERT { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy <id/government/430005> }
WHERE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?government }
