# The center has two areas.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea <id/area/431001> }
