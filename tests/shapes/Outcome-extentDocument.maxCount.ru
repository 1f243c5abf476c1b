# The extent of the outcome names two documents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT { ?extent tsu:inDocument <id/source/cccccccccccc> }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:extent ?extent }
