# A finding may stand in a whole document; the passage that it was read from is read by something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/centre/熊本県地域生活定着支援センター> tsu:wasReadFrom <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5> } ;

DELETE { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom ?old }
INSERT { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom <id/source/bbbbbbbbbbbb> }
WHERE { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom ?old }
