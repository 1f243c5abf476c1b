# The government has two codes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/government/431001> tsu:localGovernmentCode "430005" }
