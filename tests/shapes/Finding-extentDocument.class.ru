# The extent of the finding names a table edition as its document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?extent tsu:inDocument ?document }
INSERT { ?extent tsu:inDocument <id/edition/example/R1/2020-12> }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:extent ?extent . ?extent tsu:inDocument ?document }
