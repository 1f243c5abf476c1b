# What the payment has as evidence for its payee is something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:payeeIdentifiedBy ?old }
INSERT { <id/payment/example/2019-A-1> tsu:payeeIdentifiedBy <id/edition/example/R1/2020-12> }
WHERE { <id/payment/example/2019-A-1> tsu:payeeIdentifiedBy ?old }
