# The commission has no table edition.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:reportedIn ?any }
