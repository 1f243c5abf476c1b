# What the passage has as place is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:position ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:position "1" }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:position ?old }
