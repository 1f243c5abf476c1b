# It is not said what the city governs.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/government/431001> tsu:governs ?area }
