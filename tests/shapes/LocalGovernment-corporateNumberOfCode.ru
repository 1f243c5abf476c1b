# The corporate number is that of another government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/government/432024> tsu:corporateNumber ?old }
INSERT { <id/government/432024> tsu:corporateNumber "7000020010006" }
WHERE { <id/government/432024> tsu:corporateNumber ?old }
