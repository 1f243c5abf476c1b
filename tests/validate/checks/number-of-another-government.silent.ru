# The number is that of no local government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten "4330005009999" }
WHERE { <id/payment/example/2019-A-1> tsu:corporateNumberAsWritten ?old }
