# It has a property of this vocabulary that is of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/centre/熊本県地域生活定着支援センター> tsu:areaCode "430005" }
