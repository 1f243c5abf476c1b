# The finding has two messages in Japanese.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:message "別の名称"@ja }
