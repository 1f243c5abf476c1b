# The passage has two documents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136> tsu:inDocument <id/source/bbbbbbbbbbbb> }
