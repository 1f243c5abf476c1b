# What the payment has as payee is something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:payee ?old }
INSERT { <id/payment/example/2019-A-1> tsu:payee <id/programme/example> }
WHERE { <id/payment/example/2019-A-1> tsu:payee ?old }
