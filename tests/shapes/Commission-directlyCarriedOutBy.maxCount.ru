# Two governments do the work.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/commission/example/R1/431001/2020-12/3> tsu:directlyCarriedOutBy <id/government/430005> }
