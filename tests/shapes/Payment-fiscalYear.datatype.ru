# What the payment has as fiscal year is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:fiscalYear ?old }
INSERT { <id/payment/example/2019-A-1> tsu:fiscalYear "2019" }
WHERE { <id/payment/example/2019-A-1> tsu:fiscalYear ?old }
