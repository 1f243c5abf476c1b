# The amount is written as about 9.0.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amountAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amountAsWritten "約9.0" }
WHERE { <id/payment/example/2019-A-1> tsu:amountAsWritten ?old }
