# The correction has two reasons.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/cell> tsu:correctionReason "別の理由" }
