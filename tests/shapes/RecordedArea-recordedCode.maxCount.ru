# The recorded area has two codes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/432016-1991-02-01> tsu:recordedCode "431001" }
