# A commission with a contractor is done by the government too.
# finds: id/commission/example/R1/431001/2020-12/1
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/commission/example/R1/431001/2020-12/1> tsu:directlyCarriedOutBy <id/government/431001> }
