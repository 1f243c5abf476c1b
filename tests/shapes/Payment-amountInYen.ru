# The amount in yen is not what is written.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:amount ?old }
INSERT { <id/payment/example/2019-A-1> tsu:amount 9000001 }
WHERE { <id/payment/example/2019-A-1> tsu:amount ?old }
