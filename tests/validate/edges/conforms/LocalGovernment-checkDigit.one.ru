# The rest of the division is zero, the check digit therefore 1.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/430005> tsu:localGovernmentCode ?old }
INSERT { <id/government/430005> tsu:localGovernmentCode "430081" }
WHERE { <id/government/430005> tsu:localGovernmentCode ?old }
