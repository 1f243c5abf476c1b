# The group is blank.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:paymentGroup ?old }
INSERT { <id/payment/example/2019-A-1> tsu:paymentGroup "" }
WHERE { <id/payment/example/2019-A-1> tsu:paymentGroup ?old }
