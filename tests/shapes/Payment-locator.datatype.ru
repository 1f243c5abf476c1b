# What the payment has as place in its document is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:locator ?old }
INSERT { <id/payment/example/2019-A-1> tsu:locator "/支出先/0"@ja }
WHERE { <id/payment/example/2019-A-1> tsu:locator ?old }
