# The payment has no flow of money.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/payment/example/2019-A-1> tsu:paymentFlow ?any }
