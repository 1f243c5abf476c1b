# What the commission has as contractor is a center and no organization.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/1> tsu:contractor ?old }
INSERT { <id/commission/example/R1/431001/2020-12/1> tsu:contractor <id/centre/熊本県地域生活定着支援センター> }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:contractor ?old }
