# What the government has as area is a body and no area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:governs ?old }
INSERT { <id/government/431001> tsu:governs <id/government/430005> }
WHERE { <id/government/431001> tsu:governs ?old }
