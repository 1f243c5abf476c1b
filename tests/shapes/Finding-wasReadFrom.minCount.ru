# The finding has no source; its passage is read by something else.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <https://w3id.org/tsunagi/id/centre/熊本県地域生活定着支援センター> tsu:wasReadFrom <https://w3id.org/tsunagi/id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> } ;

DELETE WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom ?any }
