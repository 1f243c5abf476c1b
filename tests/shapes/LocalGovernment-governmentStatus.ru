# What the government has as status is a mere code without dates.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/government/431001> tsu:governmentStatus <code/municipality-kind/core-city> }
