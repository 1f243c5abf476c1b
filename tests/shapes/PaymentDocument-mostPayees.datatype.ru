# How many payees the document lists is no whole number.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment-document/example> tsu:mostPayees ?old }
INSERT { <id/payment-document/example> tsu:mostPayees 10.0 }
WHERE { <id/payment-document/example> tsu:mostPayees ?old }
