# What the payment has as amount is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amount ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amount 9000000.0 }
WHERE { <id/payment/example/2019-A-1> tsu:amount ?old }
