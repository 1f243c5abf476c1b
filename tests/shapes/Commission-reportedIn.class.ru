# What the commission has as table edition is a file.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:reportedIn ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:reportedIn <id/source/aaaaaaaaaaaa> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:reportedIn ?old }
