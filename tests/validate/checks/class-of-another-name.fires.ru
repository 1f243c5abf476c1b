# The city is said to be a town too.
# finds: id/government/431001
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/government/431001> a tsu:Town }
