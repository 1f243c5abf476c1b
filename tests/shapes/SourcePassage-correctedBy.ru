# The passage was corrected by a document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136> tsu:correctedBy ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136> tsu:correctedBy <id/source/aaaaaaaaaaaa> }
WHERE { <id/passage/aaaaaaaaaaaa/134-136> tsu:correctedBy ?old }
