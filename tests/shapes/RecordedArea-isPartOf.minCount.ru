# The recorded area lies in no prefecture.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <id/area/432016-1991-02-01> dcterms:isPartOf ?old }
WHERE { <id/area/432016-1991-02-01> dcterms:isPartOf ?old }
