# The table edition has two programmes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/edition/example/R1/2020-12> tsu:partOfProgramme <id/programme/unstated> }
