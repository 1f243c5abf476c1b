# The check digit is 9 (奈良県 290009).
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/430005> tsu:localGovernmentCode ?old }
INSERT { <id/government/430005> tsu:localGovernmentCode "290009" }
WHERE { <id/government/430005> tsu:localGovernmentCode ?old }
