# The name of the centre carries no area that is known.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/centre/熊本県地域生活定着支援センター> rdfs:label ?name }
INSERT { <id/centre/熊本県地域生活定着支援センター> rdfs:label "地域生活定着支援センターみほん"@ja }
WHERE { <id/centre/熊本県地域生活定着支援センター> rdfs:label ?name }
