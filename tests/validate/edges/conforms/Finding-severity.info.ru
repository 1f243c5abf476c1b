# A finding may be a note.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity ?old }
INSERT { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity <code/severity/info> }
WHERE { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity ?old }
