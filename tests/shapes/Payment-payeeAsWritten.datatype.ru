# What the payment has as payee as written is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:payeeAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:payeeAsWritten "熊本市"@ja }
WHERE { <id/payment/example/2019-A-1> tsu:payeeAsWritten ?old }
