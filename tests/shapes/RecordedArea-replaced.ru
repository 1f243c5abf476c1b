# A body instead of its area replaces the recorded area.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <id/area/432016-1991-02-01> dcterms:isReplacedBy ?old }
INSERT { <id/area/432016-1991-02-01> dcterms:isReplacedBy <id/government/431001> }
WHERE { <id/area/432016-1991-02-01> dcterms:isReplacedBy ?old }
