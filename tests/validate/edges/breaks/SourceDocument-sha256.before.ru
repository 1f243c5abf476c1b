# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
INSERT { <id/source/aaaaaaaaaaaa> tsu:sha256 "第aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }
WHERE { <id/source/aaaaaaaaaaaa> tsu:sha256 ?old }
