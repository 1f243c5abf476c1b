# The code before the correction is a document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/correction/code> tsu:codeBefore ?old }
INSERT { <id/correction/code> tsu:codeBefore <id/source/aaaaaaaaaaaa> }
WHERE { <id/correction/code> tsu:codeBefore ?old }
