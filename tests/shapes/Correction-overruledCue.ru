# A document is overruled.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/code> tsu:overruledCue ?old }
INSERT { <id/correction/code> tsu:overruledCue <id/source/aaaaaaaaaaaa> }
WHERE { <id/correction/code> tsu:overruledCue ?old }
