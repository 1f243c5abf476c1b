# The payment has a second unit of its amount.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:amountUnit "円" }
