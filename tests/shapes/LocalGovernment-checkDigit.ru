# The last digit of the code is wrong.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:localGovernmentCode ?old }
INSERT { <id/government/431001> tsu:localGovernmentCode "431002" }
WHERE { <id/government/431001> tsu:localGovernmentCode ?old }
