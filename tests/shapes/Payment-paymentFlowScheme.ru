# The code is of another list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:paymentFlow ?old }
INSERT { <id/payment/example/2019-A-1> tsu:paymentFlow <code/measure/persons> }
WHERE { <id/payment/example/2019-A-1> tsu:paymentFlow ?old }
