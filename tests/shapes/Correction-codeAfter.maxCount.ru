# The correction has two codes after it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/code> tsu:codeAfter <code/status/actual> }
