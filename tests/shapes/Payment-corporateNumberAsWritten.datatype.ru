# What the payment has as corporate number is of another type.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten 9000020431001 }
WHERE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
