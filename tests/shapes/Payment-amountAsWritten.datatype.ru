# What the payment has as amount as written is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amountAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amountAsWritten "9.0"@ja }
WHERE { <id/payment/example/2019-A-1> tsu:amountAsWritten ?old }
