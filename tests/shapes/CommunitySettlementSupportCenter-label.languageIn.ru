# The center has a label in a third language.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/centre/熊本県地域生活定着支援センター> rdfs:label "une étiquette"@fr }
