# The contract is of 8,950,000 yen, which is 9.0 million when rounded.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount ?old ; tsu:amountAsWritten ?written }
INSERT { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount 8950000 ; tsu:amountAsWritten "8950000" }
WHERE { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount ?old ; tsu:amountAsWritten ?written }
