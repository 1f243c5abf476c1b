# The number is that of the prefecture.
# finds: id/payment/example/2019-A-1
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten "7000020430005" }
WHERE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
