# The centre of Kumamoto Prefecture serves the city alone.
# finds: id/centre/熊本県地域生活定着支援センター
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea ?area }
INSERT { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea <id/area/431001> }
WHERE { <id/centre/熊本県地域生活定着支援センター> tsu:servesArea ?area }
