# Something stands after what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:sha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa号" }
WHERE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
