# What the center has as source is no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/centre/熊本県地域生活定着支援センター> tsu:wasReadFrom <id/edition/example/R1/2020-12> }
