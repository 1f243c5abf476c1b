# What the passage has as column is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:column ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:column "1" }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:column ?old }
