# What the payment has as description of its work is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:work ?old }
INSERT { <id/payment/example/2019-A-1> tsu:work "見本事業"@ja }
WHERE { <id/payment/example/2019-A-1> tsu:work ?old }
