# The table edition has two values for its year and month.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/edition/example/R1/2020-12> tsu:edition "2021-12" }
