# What the government has as code lacks the check digit.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:localGovernmentCode ?old }
INSERT { <id/government/431001> tsu:localGovernmentCode "43100" }
WHERE { <id/government/431001> tsu:localGovernmentCode ?old }
