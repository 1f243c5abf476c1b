# The amount is below zero.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amount ?old ; tsu:amountAsWritten ?written }
INSERT { <id/payment/example/2019-A-1> tsu:amount -1 ; tsu:amountAsWritten "0.0" }
WHERE { <id/payment/example/2019-A-1> tsu:amount ?old ; tsu:amountAsWritten ?written }
