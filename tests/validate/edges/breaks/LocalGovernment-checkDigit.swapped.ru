# Two digits of the code are swapped.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:localGovernmentCode ?old }
INSERT { <id/government/431001> tsu:localGovernmentCode "413001" }
WHERE { <id/government/431001> tsu:localGovernmentCode ?old }
