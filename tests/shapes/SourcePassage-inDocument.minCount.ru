# The passage has no document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> tsu:inDocument ?any }
