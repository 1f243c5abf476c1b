# What the table edition has as source document is only a passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/edition/example/R1/2020-12> tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/134-136> }
