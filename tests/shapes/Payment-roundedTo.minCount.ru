# The payment has no number that it is rounded to.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/payment/example/2019-A-1> tsu:roundedTo ?any }
