# The work is done by an area and no government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?old }
INSERT { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy <id/area/431001> }
WHERE { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy ?old }
