# The finding has no source.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom ?any }
