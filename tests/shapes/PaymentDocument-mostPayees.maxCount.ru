# The document lists at most ten payees, and at most eleven.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment-document/example> tsu:mostPayees 11 }
