# The code of the recorded area lacks its check digit.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/432016-1991-02-01> tsu:recordedCode ?old }
INSERT { <id/area/432016-1991-02-01> tsu:recordedCode "43201" }
WHERE { <id/area/432016-1991-02-01> tsu:recordedCode ?old }
