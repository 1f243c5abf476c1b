# The finding has a message in a third language.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:message "une étiquette"@fr }
