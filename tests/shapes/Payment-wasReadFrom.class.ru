# What the payment has as document is something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:wasReadFrom ?old }
INSERT { <id/payment/example/2019-A-1> tsu:wasReadFrom <id/source/aaaaaaaaaaaa> }
WHERE { <id/payment/example/2019-A-1> tsu:wasReadFrom ?old }
