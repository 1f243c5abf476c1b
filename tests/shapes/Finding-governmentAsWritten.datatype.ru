# What the finding has as name of its government is tagged with a language.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:governmentAsWritten ?old }
INSERT { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:governmentAsWritten "熊本市"@ja }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:governmentAsWritten ?old }
