# The city governs the area of the prefecture.
# finds: id/government/431001
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:governs ?area }
INSERT { <id/government/431001> tsu:governs <id/area/430005> }
WHERE { <id/government/431001> tsu:governs ?area }
