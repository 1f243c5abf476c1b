# The payment has no amount.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/payment/example/2019-A-1> tsu:amount ?any }
