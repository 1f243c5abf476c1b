# The recorded area lies in two areas.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA { <id/area/432016-1991-02-01> dcterms:isPartOf <id/area/431001> }
