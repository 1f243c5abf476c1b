# The government has two readings.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/government/431001> tsu:reading "くまもと" }
