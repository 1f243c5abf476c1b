# The extent of the commission names two documents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT { ?extent tsu:inDocument <id/source/cccccccccccc> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:extent ?extent }
