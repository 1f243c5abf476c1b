# The description of its work is blank.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:work ?old }
INSERT { <id/payment/example/2019-A-1> tsu:work "" }
WHERE { <id/payment/example/2019-A-1> tsu:work ?old }
