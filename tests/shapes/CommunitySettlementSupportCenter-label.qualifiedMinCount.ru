# The center has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/centre/熊本県地域生活定着支援センター> rdfs:label ?old }
INSERT { <id/centre/熊本県地域生活定着支援センター> rdfs:label "in English only"@en }
WHERE { <id/centre/熊本県地域生活定着支援センター> rdfs:label ?old }
