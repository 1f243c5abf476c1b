# 9.0 million yen are written, and the amount is nothing.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amount ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amount 0 }
WHERE { <id/payment/example/2019-A-1> tsu:amount ?old }
