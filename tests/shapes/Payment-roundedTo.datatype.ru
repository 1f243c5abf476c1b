# What the payment has as number that it is rounded to is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:roundedTo ?old }
INSERT { <id/payment/example/2019-A-1> tsu:roundedTo 100000.0 }
WHERE { <id/payment/example/2019-A-1> tsu:roundedTo ?old }
