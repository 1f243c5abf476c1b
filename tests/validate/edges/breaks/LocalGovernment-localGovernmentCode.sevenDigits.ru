# A zero too many stands before the code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/430005> tsu:localGovernmentCode ?old }
INSERT { <id/government/430005> tsu:localGovernmentCode "0430005" }
WHERE { <id/government/430005> tsu:localGovernmentCode ?old }
