# The city has neither a code nor an area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/431001> tsu:governs ?area ; tsu:localGovernmentCode ?code }
WHERE { <id/government/431001> tsu:governs ?area ; tsu:localGovernmentCode ?code }
