# The ISO code of the area is that of another country.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:isoCode ?old }
INSERT { <id/area/430005> tsu:isoCode "FR-43" }
WHERE { <id/area/430005> tsu:isoCode ?old }
