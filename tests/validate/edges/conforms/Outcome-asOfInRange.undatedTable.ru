# The table has no date of its own.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/edition/example/R1/2020-12> tsu:tableDate ?date }
