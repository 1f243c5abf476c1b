# It has a property of this vocabulary that is of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/payment-document/example> tsu:cohort "R1" }
