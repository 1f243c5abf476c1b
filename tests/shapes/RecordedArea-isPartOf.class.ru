# The recorded area lies in a body instead of its area.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <id/area/432016-1991-02-01> dcterms:isPartOf ?old }
INSERT { <id/area/432016-1991-02-01> dcterms:isPartOf <id/government/430005> }
WHERE { <id/area/432016-1991-02-01> dcterms:isPartOf ?old }
