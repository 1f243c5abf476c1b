# The payment has a second corporate number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten "1000020430005" }
