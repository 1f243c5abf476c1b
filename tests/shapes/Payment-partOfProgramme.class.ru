# What the payment has as programme is something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/payment/example/2019-A-1> tsu:partOfProgramme ?old }
INSERT { <id/payment/example/2019-A-1> tsu:partOfProgramme <id/government/431001> }
WHERE { <id/payment/example/2019-A-1> tsu:partOfProgramme ?old }
