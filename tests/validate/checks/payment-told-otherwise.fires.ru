# The contract is of 8,949,999 yen, which is one less than what 9.0 million may stand for.
# finds: id/payment/example/2019-A-1
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount ?old ; tsu:amountAsWritten ?written }
INSERT { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount 8949999 ; tsu:amountAsWritten "8949999" }
WHERE { <id/payment/contracts/2019-04-01-9000020431001> tsu:amount ?old ; tsu:amountAsWritten ?written }
