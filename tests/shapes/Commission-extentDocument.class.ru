# The extent of the commission names a table edition as its document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?extent tsu:inDocument ?document }
INSERT { ?extent tsu:inDocument <id/edition/example/R1/2020-12> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:extent ?extent . ?extent tsu:inDocument ?document }
