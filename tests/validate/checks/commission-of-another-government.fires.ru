# A row of another city was tied to the project.
# finds: id/commission/example/R1/431001/2020-12/2
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten ?name }
INSERT {
  <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten "八代市" .
  <id/project/example/R1/432024> a tsu:Project ; tsu:governmentAsWritten "八代市"
}
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:governmentAsWritten ?name }
