# What the passage has as row is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:row ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:row "1" }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:row ?old }
