# The payment has a second place in its document.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:locator "/支出先/1" }
