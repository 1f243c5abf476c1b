# The extent of the intervention names two documents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT { ?extent tsu:inDocument <id/source/cccccccccccc> }
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:extent ?extent }
