# A separator, from which nothing is read, is called a unit.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/45-46> tsu:role ?old }
INSERT { <id/passage/aaaaaaaaaaaa/45-46> tsu:role <code/passage-role/unit> }
WHERE { <id/passage/aaaaaaaaaaaa/45-46> tsu:role ?old }
