# The payment has a second evidence for its payee.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:payeeIdentifiedBy <code/payee-identification/name> }
