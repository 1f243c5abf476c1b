# The table edition has no year and month.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/edition/example/R1/2020-12> tsu:edition ?any }
