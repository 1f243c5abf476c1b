# What the payment has as day of its contract is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:orderDate ?old }
INSERT { <id/payment/example/2019-A-1> tsu:orderDate "2019-04-01" }
WHERE { <id/payment/example/2019-A-1> tsu:orderDate ?old }
