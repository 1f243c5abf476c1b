# Something stands before what would be right.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:localGovernmentCode ?old }
INSERT { <id/government/431001> tsu:localGovernmentCode "第431001" }
WHERE { <id/government/431001> tsu:localGovernmentCode ?old }
