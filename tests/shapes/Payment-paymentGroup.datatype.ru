# What the payment has as group is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:paymentGroup ?old }
INSERT { <id/payment/example/2019-A-1> tsu:paymentGroup "A"@ja }
WHERE { <id/payment/example/2019-A-1> tsu:paymentGroup ?old }
