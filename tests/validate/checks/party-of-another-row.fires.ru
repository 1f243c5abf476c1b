# Nobody carries out the commission whose cell of the contractor has a name.
# finds: id/commission/example/R1/431001/2020-12/1
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:contractor ?contractor }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:contractor ?contractor }
