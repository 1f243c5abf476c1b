# What the payment has as payer is something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:payer ?old }
INSERT { <id/payment/example/2019-A-1> tsu:payer <id/programme/example> }
WHERE { <id/payment/example/2019-A-1> tsu:payer ?old }
