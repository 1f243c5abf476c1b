# What the center has as area is a mere name.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea ?old }
INSERT { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea "熊本県" }
WHERE { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea ?old }
