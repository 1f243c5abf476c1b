# The rest of the division is one, the check digit therefore 0 (長崎県 420000).
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/430005> tsu:localGovernmentCode ?old }
INSERT { <id/government/430005> tsu:localGovernmentCode "420000" }
WHERE { <id/government/430005> tsu:localGovernmentCode ?old }
