# The passage has no row.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:row ?any }
