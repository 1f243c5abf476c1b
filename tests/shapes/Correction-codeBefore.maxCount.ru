# The correction has two codes before it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/code> tsu:codeBefore <code/status/actual> }
