# What the government has as code is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:localGovernmentCode ?old }
INSERT { <id/government/431001> tsu:localGovernmentCode "431001"@ja }
WHERE { <id/government/431001> tsu:localGovernmentCode ?old }
