# The project has two codes for the kind of the government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/project/example/R1/431001> tsu:municipalityKind <code/municipality-kind/city> }
