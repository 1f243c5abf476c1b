# The ISO code of the area is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:isoCode ?old }
INSERT { <id/area/430005> tsu:isoCode "JP-43"@en }
WHERE { <id/area/430005> tsu:isoCode ?old }
