# What the finding has as severity is that of a broken graph.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity ?old }
INSERT { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity <code/severity/violation> }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity ?old }
