# The recorded area has no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/432016-1991-02-01> tsu:recordedCode ?old }
WHERE { <id/area/432016-1991-02-01> tsu:recordedCode ?old }
