# The finding has no severity.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:severity ?any }
