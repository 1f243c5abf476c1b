# The passage has two places.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136> tsu:position 999 }
