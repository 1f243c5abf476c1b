# The payee as written is blank.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:payeeAsWritten ?old }
INSERT { <id/payment/example/2019-A-1> tsu:payeeAsWritten "" }
WHERE { <id/payment/example/2019-A-1> tsu:payeeAsWritten ?old }
