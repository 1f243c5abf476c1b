# The amount is in thousands of yen.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amountUnit ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amountUnit "千円" }
WHERE { <id/payment/example/2019-A-1> tsu:amountUnit ?old }
