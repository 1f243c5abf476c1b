# A finding may stand in a whole document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:wasReadFrom <id/source/bbbbbbbbbbbb> }
