# The payment has a second kind of amount.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:paymentKind <code/payment-kind/contract> }
