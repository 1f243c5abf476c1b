# The document lists no payee.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment-document/example> tsu:mostPayees ?old }
INSERT { <id/payment-document/example> tsu:mostPayees 0 }
WHERE { <id/payment-document/example> tsu:mostPayees ?old }
