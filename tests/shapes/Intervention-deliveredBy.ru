# What the intervention has as deliverer is a center and no organization.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> tsu:deliveredBy <id/centre/熊本県地域生活定着支援センター> }
