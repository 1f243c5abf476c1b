# The payment has no fiscal year.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/payment/example/2019-A-1> tsu:fiscalYear ?any }
